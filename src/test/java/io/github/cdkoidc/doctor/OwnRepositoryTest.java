package io.github.cdkoidc.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.trust.coverage.RunCoverage;
import io.github.cdkoidc.workflow.PredictedRuns;
import io.github.cdkoidc.workflow.file.Workflow;
import io.github.cdkoidc.workflow.file.WorkflowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** This repository's own workflows, and the roles of its sample. */
class OwnRepositoryTest {

    private static final Path SAMPLE = Path.of("src/test/resources/io/github/cdkoidc/sample/with-ids.template.json");
    private static final GitHubRepository REPOSITORY =
            GitHubRepository.of("octo-org/octo-repo").withIds(123456, 456789).immutableOnly();

    private static Diagnosis diagnosis(List<Workflow> workflows) throws IOException {
        return Doctor.of(REPOSITORY)
                .withDefaultBranch("main")
                .examine(workflows, DoctorRuleCasesTest.roles(Files.readString(SAMPLE)));
    }

    @Test
    void eachLoginIsAdmittedByTheRoleThatIsMeant() throws IOException {
        Diagnosis diagnosis = diagnosis(WorkflowReader.read(Path.of("")));

        assertThat(diagnosis.findings()).isEmpty();
        assertThat(admitted(diagnosis))
                .containsExactly(
                        "ci.yml build, push refs/heads/main: []",
                        "ci.yml build, pull_request refs/pull/<number>/merge: []",
                        "deploy.yml deploy, push refs/heads/main: [Deploy7B206E61]",
                        "deploy.yml trust, pull_request refs/pull/<number>/merge: []",
                        "deploy.yml diff, pull_request refs/pull/<number>/merge: [Diff3A996611]",
                        "fetch-message.yml fetch, workflow_dispatch refs/heads/main: [FetchMessage9E00E60A]");
    }

    private static List<String> admitted(Diagnosis diagnosis) {
        return diagnosis.rows().stream()
                .map(row -> PredictedRuns.name(row.run()) + ": "
                        + row.coverages().stream()
                                .filter(one -> one.answer() == RunCoverage.Answer.ALWAYS)
                                .map(RoleCoverage::role)
                                .toList())
                .toList();
    }

    @Test
    void withoutItsEnvironmentTheDeploymentIsDeniedAndTheDoctorSaysWhatIsMissing() throws IOException {
        List<Workflow> workflows = new ArrayList<>(WorkflowReader.read(Path.of("")));
        workflows.replaceAll(
                workflow -> workflow.file().endsWith("/deploy.yml") ? withoutEnvironment(workflow.file()) : workflow);

        assertThat(diagnosis(workflows).findings()).singleElement().satisfies(finding -> {
            assertThat(finding)
                    .hasToString("WARNING environmentMissing at .github/workflows/deploy.yml:14: job deploy names no "
                            + "environment, so sub says ref:refs/heads/main; role Deploy7B206E61 admits "
                            + "environment:production");
            assertThat(finding.remedies())
                    .containsExactly(new Remedy(
                            "job deploy in .github/workflows/deploy.yml", "yaml", "environment: production"));
        });
    }

    private static Workflow withoutEnvironment(String file) {
        try {
            return WorkflowReader.read(
                    file, Files.readString(Path.of(file)).replace("    environment: production\n", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
