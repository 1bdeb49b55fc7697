package io.github.cdkoidc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.workflow.PredictedRun;
import io.github.cdkoidc.workflow.PredictedToken;
import io.github.cdkoidc.workflow.Predictor;
import io.github.cdkoidc.workflow.file.Workflow;
import io.github.cdkoidc.workflow.file.WorkflowReader;
import io.github.cdkoidc.workflow.text.ClaimText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command writes is read as GitHub does, and the run that it makes is admitted. */
class WrittenWorkflowTest {

    private static final GitHubRepository REPOSITORY =
            GitHubRepository.of("octo-org/octo-repo").withIds(123456, 456789);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy.json",
                "several.json",
                "several.json --branch main",
                "several.json --tag v1.2.3",
                "several.json --pull-request",
                "branches.json",
                "loose.json --repository octo-org/octo-repo --branch main",
                "strange.json",
                "strange.json --branch 'feature/a+b!c]'"
            })
    void theRunOfTheWorkflowIsAdmitted(String policy) throws IOException {
        String text = Files.readString(Session.INPUTS.resolve(policy.replaceFirst(" .*", "")));

        assertAdmitted(TrustPolicy.parse(text), Session.of("workflow " + policy).out());
    }

    @Test
    void aReusableWorkflowAndItsNameAreAskedFor() throws IOException {
        String policy = Files.readString(Session.INPUTS.resolve("policy.json"))
                .replace(
                        "\"token.actions.githubusercontent.com:aud\"",
                        "\"token.actions.githubusercontent.com:workflow\": \"Ship it\","
                                + "\"token.actions.githubusercontent.com:job_workflow_ref\": \"octo-org/w/.github/workflows/d.yml@refs/heads/main\","
                                + "\"token.actions.githubusercontent.com:aud\"");

        String yaml = Session.of(policy, false, Map.of(), "workflow", "-").out();

        assertThat(yaml)
                .contains(
                        "\nname: 'Ship it'\n",
                        "# The role also tests job_workflow_ref: octo-org/w/.github/workflows/d.yml@refs/heads/main\n",
                        "    uses: 'octo-org/w/.github/workflows/d.yml@refs/heads/main'\n")
                .doesNotContain("steps:");
        Workflow workflow = WorkflowReader.read(".github/workflows/deploy.yml", yaml);
        assertThat(workflow.notUnderstood()).isEmpty();
        assertThat(Predictor.of(REPOSITORY).predict(List.of(workflow)))
                .singleElement()
                .satisfies(run -> assertThat(run.tokens())
                        .anyMatch(token -> TrustPolicy.parse(policy)
                                .decide(claims(token.withAudience(ClaimText.known("sts.amazonaws.com"))))
                                .isAllowed()));
    }

    @Test
    void theActionsAreThoseOfThisRepository() throws IOException {
        assertThat(Files.readString(Path.of(".github/workflows/deploy.yml")))
                .contains("- uses: " + WorkflowText.CHECKOUT + "\n", "- uses: " + WorkflowText.CREDENTIALS + "\n");
    }

    private static void assertAdmitted(TrustPolicy policy, String yaml) {
        Workflow workflow = WorkflowReader.read(".github/workflows/deploy.yml", yaml);
        List<PredictedRun> runs =
                Predictor.of(REPOSITORY).withDefaultBranch("main").predict(List.of(workflow));

        assertThat(workflow.notUnderstood()).isEmpty();
        assertThat(runs).as(yaml).isNotEmpty().allSatisfy(run -> {
            assertThat(run.idToken().granted()).contains(true);
            assertThat(run.logins()).hasSize(1);
            assertThat(run.tokens())
                    .anyMatch(token -> policy.decide(claims(
                                    token.withAudience(run.logins().get(0).audience())))
                            .isAllowed());
        });
    }

    private static GitHubClaims claims(PredictedToken token) {
        Map<String, String> claims = new TreeMap<>();
        token.claims().forEach((name, value) -> claims.put(name, value.shown()));
        return GitHubClaims.of(claims);
    }
}
