package io.github.cdkoidc.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.SubjectTemplate;
import io.github.cdkoidc.workflow.file.Workflow;
import io.github.cdkoidc.workflow.file.WorkflowReader;
import io.github.cdkoidc.workflow.text.ClaimText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredictorTest {

    private static final GitHubRepository REPOSITORY =
            GitHubRepository.of("octo-org/octo-repo").withIds(123456, 456789);
    private static final String FILE = ".github/workflows/deploy.yml";

    private static List<PredictedRun> runs(Predictor predictor, String yaml) {
        return predictor.predict(List.of(WorkflowReader.read(FILE, yaml)));
    }

    private static List<PredictedToken> tokens(GitHubRepository repository, String on, String job) {
        String yaml = "name: Deploy\non: " + on + "\njobs: {deploy: {runs-on: x, " + job + " steps: []}}\n";
        return runs(Predictor.of(repository).withDefaultBranch("main"), yaml)
                .get(0)
                .tokens();
    }

    @Test
    void thisRepositorysOwnWorkflowsAreUnderstood() {
        List<Workflow> workflows = WorkflowReader.read(Path.of(""));
        List<PredictedRun> runs =
                Predictor.of(REPOSITORY).withDefaultBranch("main").predict(workflows);

        assertThat(workflows)
                .allSatisfy(workflow -> assertThat(workflow.notUnderstood()).isEmpty());
        assertThat(runs)
                .filteredOn(run -> !run.logins().isEmpty())
                .extracting(run -> PredictedRuns.name(run) + ": "
                        + run.tokens().get(0).sub().shown() + " for "
                        + run.logins().get(0).role().shown())
                .containsExactly(
                        "deploy.yml deploy, push refs/heads/main: "
                                + "repo:octo-org/octo-repo:environment:production for <?secrets.DEPLOY_ROLE_ARN>",
                        "deploy.yml diff, pull_request refs/pull/<number>/merge: "
                                + "repo:octo-org/octo-repo:pull_request for <?secrets.DIFF_ROLE_ARN>",
                        "fetch-message.yml fetch, workflow_dispatch refs/heads/main: "
                                + "repo:octo-org/octo-repo:ref:refs/heads/main for <?secrets.FETCH_MESSAGE_ROLE_ARN>");
        assertThat(runs)
                .filteredOn(run -> run.workflow().file().endsWith("/ci.yml"))
                .allSatisfy(run -> assertThat(run.idToken().granted()).contains(false));
    }

    @Test
    void thePredictedClaimsAreThoseOfTheClaimsPackage() {
        Map<String, String> expected = GitHubClaims.of(REPOSITORY)
                .branch("main")
                .event("push")
                .environment("production:eu")
                .claim("workflow", "Deploy")
                .claim("job_workflow_ref", "octo-org/octo-repo/" + FILE + "@refs/heads/main")
                .claim("workflow_ref", "octo-org/octo-repo/" + FILE + "@refs/heads/main")
                .claim("base_ref", "")
                .claim("head_ref", "")
                .build()
                .values();

        PredictedToken token = tokens(REPOSITORY, "{push: {branches: [main]}}", "environment: 'production:eu',")
                .get(1)
                .withAudience(ClaimText.known("sts.amazonaws.com"));

        assertThat(token.claims()).hasSameSizeAs(expected);
        expected.forEach((name, value) -> assertThat(token.claim(name)).contains(ClaimText.known(value)));
        assertThat(token.claim("actor").orElseThrow().unknowns())
                .containsExactly("actor is not decided by the workflow");
    }

    @Test
    void aRunWithoutAnEnvironmentPresentsNoSuchClaim() {
        assertThat(tokens(REPOSITORY, "push", ""))
                .allSatisfy(token -> assertThat(token.claim("environment")).isEmpty());
    }

    @Test
    void theSpellingOfTheRepositoryIsAssumedOnlyWhereBothAreTrusted() {
        assertThat(tokens(REPOSITORY, "schedule", ""))
                .extracting(token -> token.sub().shown() + " " + token.assuming())
                .containsExactly(
                        "repo:octo-org/octo-repo:ref:refs/heads/main [the repository mints classic subjects]",
                        "repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main "
                                + "[the repository mints immutable subjects]");
        assertThat(tokens(REPOSITORY.immutableOnly(), "schedule", ""))
                .extracting(token -> token.sub().shown() + " " + token.assuming())
                .containsExactly("repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main []");
        assertThat(tokens(GitHubRepository.of("octo-org/octo-repo"), "schedule", ""))
                .extracting(token -> token.sub().shown() + " " + token.assuming())
                .containsExactly("repo:octo-org/octo-repo:ref:refs/heads/main []");
    }

    @Test
    void enterpriseServerMintsClassicSubjectsOnly() {
        Predictor predictor = Predictor.of(REPOSITORY).withIssuer(GitHubIssuer.enterpriseServer("github.example.com"));
        PredictedRun run = runs(predictor, "on: push\njobs: {a: {runs-on: x, steps: []}}\n")
                .get(0);

        assertThat(run.tokens()).hasSize(1);
        assertThat(run.tokens().get(0).claim("iss"))
                .contains(ClaimText.known("https://github.example.com/_services/token"));
    }

    @Test
    void aCustomisedSubjectIsWrittenFromTheClaimsOfTheRun() {
        GitHubRepository custom = REPOSITORY
                .immutableOnly()
                .withSubjectTemplate(
                        SubjectTemplate.of("repo", "context", "job_workflow_ref", "repository_visibility", "actor")
                                .given("repository_visibility", "private"));

        assertThat(tokens(custom, "{push: {branches: ['v*']}}", "").get(0).sub().shown())
                .isEqualTo("repo:octo-org@123456/octo-repo@456789:ref:refs/heads/<v*>"
                        + ":job_workflow_ref:octo-org/octo-repo/" + FILE + "@refs/heads/<v*>"
                        + ":repository_visibility:private:actor:<?actor>");
    }

    @Test
    void withoutADefaultBranchItsNameIsNotKnown() {
        PredictedRun run = runs(
                        Predictor.of(REPOSITORY.immutableOnly()),
                        "on: schedule\njobs: {a: {if: github.ref == 'refs/heads/main', runs-on: x, steps: []}}\n")
                .get(0);

        assertThat(run.tokens().get(0).sub().shown())
                .isEqualTo("repo:octo-org@123456/octo-repo@456789:ref:refs/heads/<?default branch>");
        assertThat(run.tokens().get(0).sub().unknowns()).containsExactly("the default branch is not given");
        assertThat(run.perhaps()).hasSize(1);
        assertThatThrownBy(() -> Predictor.of(REPOSITORY).withDefaultBranch("refs heads"))
                .hasMessage("default branch \"refs heads\" is not a valid branch name: "
                        + "write it as `git branch --list` shows it, such as main");
    }

    @Test
    void filesThatCallEachOtherEnd() {
        String calls = "on: [push, workflow_call]\njobs:\n";
        StringBuilder yaml = new StringBuilder(calls);
        for (int job = 0; job < 50; job++) {
            yaml.append("  j" + job + ":\n    uses: ./" + FILE + "\n");
        }

        assertThat(runs(Predictor.of(REPOSITORY), yaml.toString()))
                .isNotEmpty()
                .allSatisfy(run ->
                        assertThat(run.idToken().why()).contains("is not a file that was read and can be called"));
    }

    @Test
    void filesThatCallOthersOverAndOverAreRefused() {
        List<Workflow> files = new ArrayList<>();
        for (int file = 0; file < 9; file++) {
            StringBuilder yaml = new StringBuilder("on: [push, workflow_call]\njobs:\n");
            for (int job = 0; job < 30; job++) {
                yaml.append("  j" + job + ": {uses: ./" + (file + 1) + ".yml}\n");
            }
            files.add(WorkflowReader.read(file + ".yml", yaml.toString()));
        }
        files.add(WorkflowReader.read("9.yml", "on: workflow_call\njobs: {a: {runs-on: x}}\n"));
        Predictor predictor = Predictor.of(REPOSITORY);

        assertThatThrownBy(() -> predictor.predict(files))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("job makes it more than 10000 different runs");
    }

    @Test
    void manyInputsAndConditionsEnd() {
        StringBuilder yaml = new StringBuilder("on:\n  workflow_dispatch:\n    inputs:\n");
        StringBuilder condition = new StringBuilder("true");
        for (int input = 0; input < 30; input++) {
            yaml.append("      i" + input + ": {type: boolean}\n");
            condition.append(" && inputs.i" + input).append(" && github.ref != 'refs/heads/b" + input + "'");
        }
        yaml.append("jobs:\n  a:\n    if: ").append(condition).append("\n    runs-on: x\n    steps: []\n");

        assertThat(runs(Predictor.of(REPOSITORY), yaml.toString())).hasSizeLessThan(200);
    }

    @Test
    void aMatrixOfTooManyJobsIsNotWrittenOut() {
        String list = "[" + "1, ".repeat(199) + "1]";
        List<PredictedRun> runs = runs(
                Predictor.of(REPOSITORY),
                "on: schedule\njobs: {a: {runs-on: x, environment: '${{ matrix.a }}', strategy: {matrix: {a: " + list
                        + ", b: " + list + ", c: " + list + "}}, steps: []}}\n");

        assertThat(runs).hasSize(1);
        assertThat(runs.get(0).environment().orElseThrow().shown()).isEqualTo("<?matrix.a>");
    }
}
