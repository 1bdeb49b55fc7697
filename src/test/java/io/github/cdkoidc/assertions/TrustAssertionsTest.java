package io.github.cdkoidc.assertions;

import static io.github.cdkoidc.assertions.TrustAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.TrustRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustAssertionsTest {

    private static final GitHubRepository REPOSITORY =
            GitHubRepository.of("octo-org/octo-repo").withIds(123456, 456789);
    private static final TrustPolicy POLICY =
            policy("arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com");

    private static final GitHubClaims MAIN =
            GitHubClaims.of(REPOSITORY).branch("main").build();
    private static final GitHubClaims CLASSIC_MAIN =
            GitHubClaims.of(REPOSITORY).branch("main").classicSubject().build();
    private static final GitHubClaims OTHER_BRANCH =
            GitHubClaims.of(REPOSITORY).branch("100%").build();

    private static TrustPolicy policy(String provider) {
        return new TrustRequest(
                        GitHubIssuer.GITHUB_COM,
                        "sts.amazonaws.com",
                        provider,
                        List.of(REPOSITORY.branch("main")),
                        Map.of())
                .policy();
    }

    @Test
    void whatIsSoPasses() {
        assertThatCode(() -> assertThat(POLICY).allows(MAIN, CLASSIC_MAIN).denies(OTHER_BRANCH))
                .doesNotThrowAnyException();
    }

    @Test
    void aRunThatIsDeniedIsExplained() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(POLICY).allows(MAIN, OTHER_BRANCH))
                .withMessageContaining("Expecting a run to be allowed, but it is "
                        + POLICY.decide(OTHER_BRANCH).explain())
                .withMessageContaining("refs/heads/100%");
    }

    @Test
    void aRunThatIsAllowedIsExplained() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(POLICY).as("the role of main").denies(OTHER_BRANCH, MAIN))
                .withMessageContaining("[the role of main]")
                .withMessageContaining("Expecting a run to be denied, but it is "
                        + POLICY.decide(MAIN).explain());
    }

    @Test
    void everyRunThatFailsIsExplained() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(POLICY).denies(MAIN, CLASSIC_MAIN))
                .withMessageContaining(POLICY.decide(MAIN).explain())
                .withMessageContaining(POLICY.decide(CLASSIC_MAIN).explain());
    }

    @Test
    void anUndecidedRunIsNeitherAllowedNorDenied() {
        TrustPolicy undecided = TrustPolicy.parse(POLICY.toJson()
                .replace("\"StringEquals\"", "\"IpAddress\":{\"aws:SourceIp\":\"192.0.2.0/24\"},\"StringEquals\""));

        assertThat(undecided.decide(MAIN).isUndecided()).isTrue();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(undecided).allows(MAIN))
                .withMessageContaining("but it is undecided, because");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(undecided).denies(MAIN))
                .withMessageContaining("but it is undecided, because");
    }

    @Test
    void noRunAtAllAssertsNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(POLICY).allows())
                .withMessage(
                        "there is no run, and nothing would be asserted: write GitHubClaims.of(repository)…build()");
    }

    @Test
    void noPolicyAtAllFails() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat((TrustPolicy) null).allows(MAIN))
                .withMessageContaining("actual not to be null");
    }

    @Test
    void nobodyElseGetsIn() {
        assertThatCode(() -> assertThat(POLICY).admitsOnly(REPOSITORY)).doesNotThrowAnyException();
        assertThatCode(() -> assertThat(POLICY).admitsOnly(GitHubRepository.of("octo-org/other"), REPOSITORY))
                .doesNotThrowAnyException();
    }

    @Test
    void somebodyElseWhoGetsInIsExplained() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(POLICY).admitsOnly(GitHubRepository.of("octo-org/other")))
                .withMessageContaining("Expecting only runs of octo-org/other to be allowed, but another is allowed: ")
                .withMessageContaining("octo-org/octo-repo:ref:refs/heads/main");
    }

    @Test
    void aWildcardAdmitsMoreThanItsRepository() {
        TrustPolicy loose = TrustPolicy.parse(POLICY.toJson()
                .replace("StringEquals", "StringLike")
                .replace("octo-org/octo-repo:ref:refs/heads/main", "octo-org/octo-repo*"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(loose).admitsOnly(REPOSITORY))
                .withMessageContaining("but another is allowed: ");
    }

    @Test
    void anEnvironmentWhoeverItIsOfIsChosenBySomebodyElse() {
        TrustPolicy customised = TrustPolicy.parse(
                POLICY.toJson().replace("repo:octo-org/octo-repo:ref:refs/heads/main", "environment:production"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(customised).admitsOnly(REPOSITORY))
                .withMessageContaining("environment:production");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"*\"", "\"210987654321\"", "{\"Ref\": \"Account\"}"})
    void aPrincipalThatMayBeOfAnotherAccountIsNamed(String principal) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(beside(principal)).admitsOnly(REPOSITORY))
                .withMessageContaining("Expecting only runs of octo-org/octo-repo to be allowed, but principal ")
                .withMessageContaining(" can assume the role with sts:AssumeRole");
    }

    @Test
    void aPrincipalOfTheOwnAccountIsNoRunOfAnotherRepository() {
        assertThatCode(() -> assertThat(beside("\"123456789012\"")).admitsOnly(REPOSITORY))
                .doesNotThrowAnyException();
    }

    private static TrustPolicy beside(String principal) {
        String statement =
                "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":" + principal + "},\"Action\":\"sts:AssumeRole\"}";
        return TrustPolicy.parse(POLICY.toJson().replaceFirst("]\\}$", "," + statement + "]}"));
    }

    @Test
    void noRepositoryAtAllAssertsNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(POLICY).admitsOnly())
                .withMessage("there is no repository, and nothing would be asserted: "
                        + "write GitHubRepository.of(\"octo-org/octo-repo\")");
    }

    @Test
    void whatNoRuleFindsPasses() {
        assertThatCode(() -> assertThat(POLICY).hasNoFindings()).doesNotThrowAnyException();
    }

    @Test
    void whatARuleFindsIsShown() {
        TrustPolicy sideDoor = TrustPolicy.parse(POLICY.toJson().replace("sts:AssumeRoleWithWebIdentity", "sts:*"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(sideDoor).hasNoFindings())
                .withMessageContaining("Expecting no findings, but there are")
                .withMessageContaining(sideDoor.lint().get(0).toString());
    }
}
