package io.github.cdkoidc.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.workflow.file.Workflow;
import io.github.cdkoidc.workflow.file.WorkflowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Workflow files with what their runs present written beside them. */
class PredictorCasesTest {

    private static final Predictor PREDICTOR = Predictor.of(
                    GitHubRepository.of("octo-org/octo-repo").withIds(123456, 456789))
            .withDefaultBranch("main");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theRunsOfAWorkflowPresentWhatIsWrittenBesideIt(String name) throws IOException {
        Path file = folder("cases").resolve(name + ".yml");
        Workflow workflow = workflow(file);
        List<Workflow> repository = new ArrayList<>(List.of(workflow));
        files("called").map(PredictorCasesTest::workflow).forEach(repository::add);

        List<PredictedRun> runs = PREDICTOR.predict(repository).stream()
                .filter(run -> run.workflow().equals(workflow))
                .toList();

        assertThat(PredictedRuns.written(workflow, runs))
                .isEqualTo(Files.readString(folder("cases").resolve(name + ".expected.txt"))
                        .strip());
    }

    static Stream<String> theRunsOfAWorkflowPresentWhatIsWrittenBesideIt() {
        return files("cases")
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".yml"))
                .map(name -> name.substring(0, name.length() - ".yml".length()));
    }

    @Test
    void thereAreAtLeastSixtyWorkflows() {
        assertThat(theRunsOfAWorkflowPresentWhatIsWrittenBesideIt()).hasSizeGreaterThanOrEqualTo(60);
    }

    private static Workflow workflow(Path file) {
        try {
            return WorkflowReader.read(WorkflowReader.FOLDER + "/" + file.getFileName(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String name) {
        try {
            return Path.of(PredictorCasesTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
