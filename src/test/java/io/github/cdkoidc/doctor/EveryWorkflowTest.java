package io.github.cdkoidc.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.trust.coverage.RunCoverage;
import io.github.cdkoidc.workflow.Predictor;
import io.github.cdkoidc.workflow.file.Workflow;
import io.github.cdkoidc.workflow.file.WorkflowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The workflows that predictions are tested with, against roles of every kind: what is said is proved by the tokens that are named. */
class EveryWorkflowTest {

    private static final String REPO = "repo:octo-org/octo-repo:";

    private static final Set<DoctorRule> OF_WHO_GETS_IN =
            EnumSet.of(DoctorRule.OUTSIDERS_REACH_ROLE, DoctorRule.UNUSED_ROLE);

    private static final List<DoctorRole> ROLES = List.of(
            role("Main", "\"StringEquals\": {\"~sub\": \"" + REPO + "ref:refs/heads/main\"}"),
            role(
                    "Releases",
                    "\"StringLike\": {\"~sub\": [\"" + REPO + "ref:refs/heads/rel*\", \"" + REPO
                            + "ref:refs/tags/v*\"]}"),
            role(
                    "Production",
                    "\"StringEquals\": {\"~sub\": [\"" + REPO + "environment:production\", \"" + REPO
                            + "pull_request\"]}"),
            role(
                    "Everything",
                    "\"StringLike\": {\"~sub\": \"" + REPO + "*\"}, \"StringNotEquals\": {\"~actor\": \"octocat\"}"),
            role(
                    "File",
                    "\"StringLike\": {\"~sub\": \"" + REPO
                            + "*\", \"~job_workflow_ref\": \"*/called*.yml@refs/heads/main\"}"),
            role("Another", "\"StringEquals\": {\"~sub\": \"" + REPO + "refs/heads/main\"}"));

    private static DoctorRole role(String name, String conditions) {
        return DoctorRoles.withMaxSessionSeconds(DoctorRoles.of(name, RoleCoverageTest.policy(conditions)), 3600);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyFindingAndEveryAnswerIsProved(Path file) {
        GitHubRepository repository = GitHubRepository.of("octo-org/octo-repo");
        List<Workflow> workflows = Stream.concat(Stream.of(file), files("called"))
                .map(EveryWorkflowTest::workflow)
                .toList();
        Diagnosis diagnosis = Doctor.of(repository).withDefaultBranch("main").examine(workflows, ROLES);

        assertThat(diagnosis.rows())
                .hasSizeGreaterThanOrEqualTo(Predictor.of(repository)
                        .withDefaultBranch("main")
                        .predict(workflows)
                        .size());
        diagnosis.rows().stream().flatMap(row -> row.coverages().stream()).forEach(EveryWorkflowTest::assertProved);
        diagnosis.findings().forEach(EveryWorkflowTest::assertProved);
    }

    private static void assertProved(RoleCoverage coverage) {
        for (RoleCoverage.Case one : coverage.cases()) {
            RunCoverage answer = one.coverage();
            assertThat(answer.because().isEmpty()).isEqualTo(answer.answer() != RunCoverage.Answer.UNKNOWN);
            answer.admitted()
                    .ifPresent(token -> assertThat(
                                    coverage.role().policy().decide(token).isAllowed())
                            .isTrue());
            answer.refused()
                    .ifPresent(token -> assertThat(
                                    coverage.role().policy().decide(token).isDenied())
                            .isTrue());
            Stream.of(answer.admitted(), answer.refused())
                    .flatMap(token -> token.stream())
                    .forEach(token -> token.values()
                            .forEach((claim, value) -> assertThat(one.token()
                                            .claim(claim)
                                            .orElseThrow()
                                            .matches(value))
                                    .as(claim + " " + value)
                                    .isTrue()));
        }
    }

    private static void assertProved(DoctorFinding finding) {
        finding.token().ifPresent(token -> {
            DoctorRole role = finding.role().orElseThrow();
            assertThat(role.policy().decide(token).isAllowed())
                    .as(finding.toString())
                    .isEqualTo(OF_WHO_GETS_IN.contains(finding.rule()));
            assertThat(token.get("sub")).isPresent();
        });
        assertThat(finding.message()).doesNotContain("\n", "null", "Optional");
    }

    static Stream<Path> files() {
        return files("cases").filter(file -> file.toString().endsWith(".yml"));
    }

    private static Workflow workflow(Path file) {
        try {
            return WorkflowReader.read(WorkflowReader.FOLDER + "/" + file.getFileName(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files =
                Files.list(Path.of(Predictor.class.getResource(folder).toURI()))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
