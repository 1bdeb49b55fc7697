package io.github.cdkoidc.trust;

import static io.github.cdkoidc.trust.Trusts.AUDIENCE;
import static io.github.cdkoidc.trust.Trusts.PROVIDER;
import static io.github.cdkoidc.trust.Trusts.REPOSITORY;
import static io.github.cdkoidc.trust.Trusts.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.cdkoidc.claims.ClaimValue;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.policy.ScopeCheck;
import io.github.cdkoidc.trust.rules.Finding;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustRequestTest {

    @Test
    void aTrustWithoutSubjectsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(Trusts::of)
                .withMessage("subjects are empty, and a role that names none would trust every repository on GitHub: "
                        + "write subjects(GitHubRepository.of(\"octo-org/octo-repo\").branch(\"main\"))");
    }

    @Test
    void aSubjectIsNotNull() {
        List<GitHubSubject> subjects = Arrays.asList(REPOSITORY.branch("main"), null);

        assertThatNullPointerException()
                .isThrownBy(() -> TrustRequest.requireSubjects(subjects))
                .withMessage("subject is null: write repository.branch(\"main\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*/.github/workflows/a.yml@*", "octo-org/*", "octo-org/ci/.github/workflows/a.yml@*"})
    void iamAcceptsWhateverWorkflowStandsBesideASubject(String file) {
        for (GitHubSubject subject :
                List.of(REPOSITORY.branch("main"), REPOSITORY.branchesLike("release/*"), REPOSITORY.anyRun())) {
            TrustPolicy policy = new TrustRequest(
                            GitHubIssuer.GITHUB_COM,
                            AUDIENCE,
                            PROVIDER,
                            List.of(subject, REPOSITORY.pullRequest()),
                            Map.of(GitHubClaim.JOB_WORKFLOW_REF, values(file)))
                    .policy();

            assertThat(policy.lint()).extracting(Finding::rule).doesNotContain(TrustRule.REFUSED_BY_IAM);
            assertThat(policy.document().statements())
                    .allSatisfy(statement ->
                            assertThat(ScopeCheck.of(statement.conditions())).isEqualTo(ScopeCheck.Answer.ACCEPTED));
        }
    }

    @Test
    void theSubjectsAreACopy() {
        List<GitHubSubject> subjects = new ArrayList<>(List.of(REPOSITORY.branch("main")));
        TrustRequest trust = new TrustRequest(GitHubIssuer.GITHUB_COM, AUDIENCE, PROVIDER, subjects, Map.of());

        subjects.add(REPOSITORY.anyRun());

        assertThat(trust.subjects()).containsExactly(REPOSITORY.branch("main"));
    }

    @Test
    void theClaimsAreACopy() {
        List<ClaimValue> values = new ArrayList<>(values("refs/heads/main"));
        Map<GitHubClaim, List<ClaimValue>> claims = new HashMap<>(Map.of(GitHubClaim.REF, values));
        TrustRequest trust = new TrustRequest(
                GitHubIssuer.GITHUB_COM, AUDIENCE, PROVIDER, List.of(REPOSITORY.pullRequest()), claims);

        values.add(new ClaimValue("refs/heads/other"));
        claims.clear();

        assertThat(trust.claims()).containsExactly(Map.entry(GitHubClaim.REF, values("refs/heads/main")));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> trust.claims().clear());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sts.amazonaws.com", "https://github.com/octo-org", "${Token[TOKEN.7]}"})
    void anAudienceIsExact(String audience) {
        assertThat(TrustRequest.requireAudience(audience)).isEqualTo(audience);
    }

    @Test
    void anAudienceWithAWildcardIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustRequest.requireAudience("sts.*"))
                .withMessage("value \"sts.*\" holds a wildcard where an exact value is promised: "
                        + "write the one audience that the workflow asks for, such as \"sts.amazonaws.com\"");
    }

    @Test
    void anAudienceHas255CharactersAtTheMost() {
        assertThat(TrustRequest.requireAudience("a".repeat(255))).hasSize(255);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustRequest.requireAudience("a".repeat(256)))
                .withMessage("audience of 256 characters is longer than the 255 that an IAM OIDC provider takes: "
                        + "write a shorter one, such as \"sts.amazonaws.com\"");
    }

    @Test
    void theSubjectAndTheAudienceAreNoFurtherClaims() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustRequest.requireTestable(GitHubClaim.SUB, values("x")))
                .withMessage(
                        "claim SUB is tested by every role already, and a second test would be ANDed with the first: "
                                + "write subjects(…)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustRequest.requireTestable(GitHubClaim.AUD, values("x")))
                .withMessage(
                        "claim AUD is tested by every role already, and a second test would be ANDed with the first: "
                                + "write audience(\"…\")");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SUB", "AUD"})
    void anyOtherClaimIsTestedForExactValuesOrForPatterns(GitHubClaim claim) {
        for (List<ClaimValue> values : List.of(values("a", "b"), values("a*", "b?"))) {
            TrustRequest trust = new TrustRequest(
                    GitHubIssuer.GITHUB_COM,
                    AUDIENCE,
                    PROVIDER,
                    List.of(GitHubSubject.custom("repo:octo-org/octo-repo:pull_request")),
                    Map.of(claim, values));

            assertThat(trust.claims()).containsExactly(Map.entry(claim, values));
        }
    }

    @Test
    void aClaimWithoutAValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustRequest.requireTestable(GitHubClaim.REF, List.of()))
                .withMessage(
                        "claim REF has no value to match, so no run could assume the role: write claim(GitHubClaim.REF, \"…\")");
    }

    @Test
    void aClaimWithExactValuesAndPatternsIsRefused() {
        List<GitHubSubject> subjects = List.of(REPOSITORY.pullRequest());
        Map<GitHubClaim, List<ClaimValue>> claims = Map.of(GitHubClaim.REF, values("refs/heads/main", "refs/tags/*"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrustRequest(GitHubIssuer.GITHUB_COM, AUDIENCE, PROVIDER, subjects, claims))
                .withMessage("claim REF has exact values and patterns, and IAM would AND the two: "
                        + "write them all with claim(…), or all with claimLike(…)");
    }
}
