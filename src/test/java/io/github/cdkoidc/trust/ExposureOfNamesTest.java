package io.github.cdkoidc.trust;

import static io.github.cdkoidc.trust.TestPolicies.like;
import static io.github.cdkoidc.trust.TestPolicies.policy;
import static io.github.cdkoidc.trust.TestPolicies.same;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExposureOfNamesTest {

    @Test
    void anEnvironmentIsNamedByItsKeyAsItIs() {
        Exposure exposure =
                policy(same("repository", "octo-org/octo-repo"), same("environment", "prod:eu")).exposure();

        assertThat(exposure.admissions().get(0).environments().names()).containsExactly("prod:eu");
        assertThat(exposure.example().orElseThrow().get("sub"))
                .contains("repo:octo-org/octo-repo:environment:prod%3Aeu");
    }

    @ParameterizedTest
    @CsvSource({"prod:eu, prod%3Aeu", "eu-1/a, eu-1/a", "Prod, Prod"})
    void anEnvironmentIsEscapedInSubAndNotInItsKey(String environment, String inSubject) {
        Exposure exposure = policy(like("sub", "repo:octo-org/octo-repo:environment:*"), same("environment", environment)).exposure();

        assertThat(exposure.admissions().get(0).environments().names()).containsExactly(environment);
        assertThat(exposure.example().orElseThrow().get("sub"))
                .contains("repo:octo-org/octo-repo:environment:" + inSubject);
    }

    @Test
    void anOwnerHas39CharactersAtTheMost() {
        String owner = "a".repeat(39);

        assertThat(policy(same("sub", "repo:" + owner + "/octo-repo:pull_request")).exposure()
                        .owners()
                        .names())
                .containsExactly(owner);
        assertThat(policy(like("sub", "repo:" + owner.substring(1) + "?/octo-repo:pull_request")).exposure()
                        .owners()
                        .isUnbounded())
                .isTrue();
        assertThat(policy(like("sub", "repo:" + owner + "?/octo-repo:pull_request")).exposure()
                        .isNone())
                .isTrue();
    }

    @Test
    void theProofIsANameThatThePolicyDoesNotWriteOut() {
        Exposure exposure = policy(
                like("sub", "repo:octo-org/octo-repo:environment:*"), like("environment", "*", "a", "b", "prod")).exposure();

        assertThat(exposure.admissions()
                        .get(0)
                        .environments()
                        .witness()
                        .orElseThrow()
                        .get("environment"))
                .contains("c");
    }
}
