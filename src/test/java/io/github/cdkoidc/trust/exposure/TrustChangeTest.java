package io.github.cdkoidc.trust.exposure;

import static io.github.cdkoidc.trust.TestPolicies.like;
import static io.github.cdkoidc.trust.TestPolicies.policy;
import static io.github.cdkoidc.trust.TestPolicies.same;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustChangeTest {

    private static final TrustPolicy BRANCHES =
            policy(same("sub", "repo:octo-org/octo-repo:ref:refs/heads/main", "repo:hexa/one:ref:refs/heads/main"));
    private static final TrustPolicy OWNER = policy(like("sub", "repo:octo-org/*"));

    @Test
    void whoIsGainedAndWhoIsLostIsShownByATokenEach() {
        TrustChange change = OWNER.comparedTo(BRANCHES);
        GitHubClaims gained = change.gained().example().orElseThrow();
        GitHubClaims lost = change.lost().example().orElseThrow();

        assertThat(gained.get("sub")).contains("repo:octo-org/a:ref:refs/heads/a");
        assertThat(OWNER.decide(gained).isAllowed()).isTrue();
        assertThat(BRANCHES.decide(gained).isDenied()).isTrue();
        assertThat(lost.get("sub")).contains("repo:hexa/one:ref:refs/heads/main");
        assertThat(OWNER.decide(lost).isDenied()).isTrue();
        assertThat(BRANCHES.decide(lost).isAllowed()).isTrue();
    }

    @Test
    void whatIsGainedOfARepositoryThatWasInAlreadyIsListed() {
        assertThat(OWNER.comparedTo(BRANCHES).gained().admissions())
                .extracting(Admission::fullName)
                .containsExactly("octo-org/*", "octo-org/octo-repo");
    }

    /** The repository stands in sub already. */
    @Test
    void aChangeOfWordsAloneChangesNothing() {
        String main = "repo:octo-org/octo-repo:ref:refs/heads/main";
        TrustPolicy exact = policy(same("sub", main));

        assertThat(policy(like("sub", main)).comparedTo(exact).isNone()).isTrue();
        assertThat(policy(same("sub", main), same("repository", "octo-org/octo-repo"))
                        .comparedTo(exact)
                        .isNone())
                .isTrue();
        assertThat(policy(same("sub", main), same("repository_id", "456789"))
                        .comparedTo(exact)
                        .isNone())
                .isFalse();
    }

    @Test
    void aCustomisedSubjectIsComparedWhereTheDefaultOnesAreTheSame() {
        TrustPolicy none = policy(same("sub", "nothing"));
        TrustPolicy anybody = policy(same("sub", "nothing", "environment:production"));

        assertThat(anybody.comparedTo(none).gained().example().orElseThrow().get("sub"))
                .contains("environment:production");
        assertThat(anybody.comparedTo(none).lost().isNone()).isTrue();
    }

    @Test
    void bothSidesArePrinted() {
        assertThat(OWNER.comparedTo(BRANCHES).toString())
                .startsWith("gained\n  owners: octo-org\n  octo-org/*: branches unbounded, such as ")
                .contains("\nlost\n  owners: hexa\n  hexa/one: branches main; tags none; environments none; ");
    }

    private static TrustPolicy beside(String principal, String more) {
        return TrustPolicy.parse(policy(same("sub", "repo:octo-org/octo-repo:ref:refs/heads/main"))
                .toJson()
                .replaceFirst(
                        "]\\}$",
                        ",{\"Effect\":\"Allow\",\"Principal\":" + principal + ",\"Action\":\"sts:AssumeRole\"" + more
                                + "}]}"));
    }

    private static final String EXTERNAL = ",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"x\"}}";
    private static final String DENIED = "},{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"";

    /** From none to all, through less and less that keeps others out. */
    @Test
    void aPrincipalThatIsNewOrHeldOffByLessIsGained() {
        List<TrustPolicy> wider = List.of(
                beside("{\"AWS\":\"210987654321\"}", DENIED),
                beside("{\"AWS\":\"210987654321\"}", EXTERNAL),
                beside("{\"AWS\":\"210987654321\"}", ""),
                beside("{\"AWS\":\"*\"}", ""),
                beside("\"*\"", ""));
        for (int i = 1; i < wider.size(); i++) {
            TrustChange change = wider.get(i).comparedTo(wider.get(i - 1));
            TrustChange back = wider.get(i - 1).comparedTo(wider.get(i));

            assertThat(change.gainedPrincipals()).as("step %d", i).hasSize(1);
            assertThat(change.lostPrincipals()).isEmpty();
            assertThat(change.isNone()).isFalse();
            assertThat(back.gainedPrincipals()).isEmpty();
            assertThat(back.lostPrincipals()).isEqualTo(change.gainedPrincipals());
            assertThat(change.toString())
                    .contains("gained\n  ", change.gainedPrincipals().get(0).toString());
        }
    }

    @Test
    void aPrincipalOfARoleThatIsNotAboutGitHubIsNotCompared() {
        TrustPolicy none =
                TrustPolicy.parse("{\"Statement\":{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"*\"}}");
        TrustPolicy service = TrustPolicy.parse(
                "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}}");

        assertThat(service.comparedTo(none).isNone()).isTrue();
    }
}
