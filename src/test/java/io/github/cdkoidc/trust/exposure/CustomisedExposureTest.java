package io.github.cdkoidc.trust.exposure;

import static io.github.cdkoidc.trust.TestPolicies.like;
import static io.github.cdkoidc.trust.TestPolicies.policy;
import static io.github.cdkoidc.trust.TestPolicies.same;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.TrustPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose tokens a customised {@code sub} lets in. */
class CustomisedExposureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "environment:production",
                "workflow:deploy",
                "ref:refs/heads/main",
                "pull_request",
                "head_ref:main:base_ref:release",
                "environment:production:ref:refs/heads/main",
                "event_name:push:repository_visibility:private",
                "job_workflow_ref:octo-org/ci/.github/workflows/deploy.yml@refs/heads/main",
                "repo_property_team:platform",
            })
    void whatAnybodyCanChooseAdmitsAnybody(String sub) {
        TrustPolicy policy = policy(same("sub", sub));
        GitHubClaims witness =
                policy.exposureOfCustomisedSubjects().owners().witness().orElseThrow();

        assertThat(witness.get("sub")).contains(sub);
        assertThat(witness.get("repository")).contains("a/a");
        assertThat(policy.decide(witness).isAllowed()).isTrue();
        assertThat(policy.exposure().isNone()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "repo:octo-org/octo-repo                                       | octo-org/octo-repo",
                "repo:octo-org@123456/octo-repo@456789                         | octo-org/octo-repo",
                "repo:octo-org/octo-repo:workflow:deploy                       | octo-org/octo-repo",
                "environment:production:repo:octo-org/octo-repo                | octo-org/octo-repo",
                "repository_owner:octo-org:repository_visibility:private       | octo-org/*",
                "repository_owner_id:123456                                    | @123456/*",
                "environment:production:repository_id:456789:ref:refs/heads/main | */@456789",
            })
    void whatOnlyTheRepositoryPresentsAdmitsTheRepository(String sub, String admitted) {
        TrustPolicy policy = policy(same("sub", sub));
        Exposure exposure = policy.exposureOfCustomisedSubjects();

        assertThat(exposure.admissions()).extracting(Admission::fullName).containsExactly(admitted);
        assertThat(policy.decide(exposure.example().orElseThrow()).isAllowed()).isTrue();
    }

    @Test
    void aTokenSaysTheSameInItsOtherClaims() {
        GitHubClaims token = policy(
                        same("sub", "environment:production:ref:refs/heads/main"),
                        like("environment", "*"),
                        like("ref", "*"))
                .exposureOfCustomisedSubjects()
                .example()
                .orElseThrow();

        assertThat(token.get("environment")).contains("production");
        assertThat(token.get("ref")).contains("refs/heads/main");
    }

    @Test
    void aTokenThatWouldHaveToContradictItselfIsNoProof() {
        Exposure exposure = policy(same("sub", "environment:production"), same("environment", "staging"))
                .exposureOfCustomisedSubjects();

        assertThat(exposure.owners().isUnknown()).isTrue();
        assertThat(exposure.because()).containsExactly("the keys of a customised sub are compared with no other claim");
    }

    /** A second identity in one sub is not compared with the first, so nothing is proved by it. */
    @ParameterizedTest
    @ValueSource(strings = {"repository_owner:octo-org:repository_id:5", "workflow_ref:x"})
    void whatIsNotModelledIsNotKnown(String sub) {
        Exposure exposure = policy(same("sub", sub)).exposureOfCustomisedSubjects();

        assertThat(exposure.isNone()).isFalse();
        assertThat(exposure.example()).isEmpty();
        assertThat(exposure.owners().isUnbounded()).isFalse();
    }

    @Test
    void anotherClaimBindsWhatTheSubjectDoesNot() {
        Exposure exposure = policy(same("sub", "environment:production"), same("repository_owner_id", "123456"))
                .exposureOfCustomisedSubjects();

        assertThat(exposure.owners().names()).containsExactly("@123456");
    }
}
