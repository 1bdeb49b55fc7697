package io.github.cdkoidc.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubClaimTest {

    private static final String ONE_OF_ALL =
            "one of aud, sub, actor, actor_id, job_workflow_ref, repository, repository_id, "
                    + "repository_owner_id, workflow, ref, environment, enterprise_id";

    @Test
    void theClaimsAreTheKeysThatAwsPopulates() {
        assertThat(GitHubClaim.values())
                .extracting(GitHubClaim::claimName)
                .containsExactly(
                        "aud",
                        "sub",
                        "actor",
                        "actor_id",
                        "job_workflow_ref",
                        "repository",
                        "repository_id",
                        "repository_owner_id",
                        "workflow",
                        "ref",
                        "environment",
                        "enterprise_id");
    }

    @ParameterizedTest
    @EnumSource
    void aClaimIsFoundByItsName(GitHubClaim claim) {
        assertThat(GitHubClaim.named(claim.claimName())).isEqualTo(claim);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            repository_owner | repository_owner_id, whose number outlives renames
            enterprise       | enterprise_id, whose number outlives renames
            workflow_ref     | job_workflow_ref
            workflow_sha     | job_workflow_ref
            job_workflow_sha | job_workflow_ref
            event_name       | an environment with required reviewers as the subject
            ref_protected    | an environment with required reviewers as the subject
            head_ref         | ref, or a branch or tag as the subject
            base_ref         | ref, or a branch or tag as the subject
            ref_type         | ref, or a branch or tag as the subject
            """)
    void aClaimThatLooksLikeAKeyIsRefusedWithTheKeyToTest(String claim, String instead) {
        assertRefused(
                claim,
                "is in GitHub's token, but AWS populates no condition key for it, so testing it denies every run",
                instead);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check_run_id",
                "environment_node_id",
                "exp",
                "iat",
                "iss",
                "issuer_scope",
                "jti",
                "nbf",
                "repository_visibility",
                "run_attempt",
                "run_id",
                "run_number",
                "runner_environment",
                "sha",
                "repo_property_tier"
            })
    void aClaimThatIsOnlyInTheTokenIsRefused(String claim) {
        assertRefused(
                claim,
                "is in GitHub's token, but AWS populates no condition key for it, so testing it denies every run",
                ONE_OF_ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "branch", "SUB", "Repository", "amr", "email", "token.actions.githubusercontent.com:sub"})
    void whatIsNoClaimIsRefused(String claim) {
        assertRefused(claim, "is not a claim of GitHub's token", ONE_OF_ALL);
    }

    @Test
    void aNameIsNotNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> GitHubClaim.named(null))
                .withMessage("claim is null: write " + ONE_OF_ALL);
    }

    private static void assertRefused(String claim, String why, String instead) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubClaim.named(claim))
                .withMessage("claim \"" + claim + "\" " + why + ": write " + instead);
    }
}
