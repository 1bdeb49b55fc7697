package io.github.cdkoidc.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.cdkoidc.claims.ClaimPart.Text;
import io.github.cdkoidc.claims.ClaimPart.Varying;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenSetTest {

    private static final ClaimVariable BRANCH = ClaimVariable.each("<branch>", TextSet.notEmpty());
    private static final ClaimVariable ENVIRONMENT =
            ClaimVariable.unknown("<environment>", TextSet.any(), "it comes from an input");

    private static final TokenSet TOKENS = new TokenSet(Map.of(
            "sub", List.of(new Text("environment:"), new Varying(ENVIRONMENT, true)),
            "environment", List.of(new Varying(ENVIRONMENT, false)),
            "ref", List.of(new Text("refs/heads/"), new Varying(BRANCH, false)),
            "base_ref", List.of(new Text(""))));

    @Test
    void oneTokenIsTheSetOfItself() {
        GitHubClaims token = GitHubClaims.of(Map.of("sub", "repo:octo-org/octo-repo:pull_request", "base_ref", ""));
        TokenSet set = TokenSet.of(token);

        assertThat(set.claims())
                .containsExactly(
                        Map.entry("base_ref", List.of(new Text(""))),
                        Map.entry("sub", List.of(new Text("repo:octo-org/octo-repo:pull_request"))));
        assertThat(set.variations()).isEmpty();
        assertThat(set.token(Map.of())).isEqualTo(token);
    }

    @Test
    void theClaimsAreACopyInTheOrderOfTheirNames() {
        List<ClaimPart> parts = new ArrayList<>(List.of(new Text("before")));
        TokenSet set = new TokenSet(Map.of("sub", parts, "aud", List.of(), "ref", List.of()));

        parts.add(new Text("after"));

        assertThat(set.claims().keySet()).containsExactly("aud", "ref", "sub");
        assertThat(set.claims()).containsEntry("sub", List.of(new Text("before")));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> set.claims().clear());
    }

    @Test
    void itsVariationsAreThoseOfAllClaims() {
        assertThat(TOKENS.variations()).containsExactlyInAnyOrder(BRANCH, ENVIRONMENT);
    }

    @Test
    void aVariationIsUnknownIfThereIsAReason() {
        ClaimVariable each = ClaimVariable.each("<tag>", TextSet.any());
        ClaimVariable unknown = ClaimVariable.unknown("<tag>", TextSet.any(), "it comes from an input");

        assertThat(each.isUnknown()).isFalse();
        assertThat(each.why()).isEmpty();
        assertThat(unknown.isUnknown()).isTrue();
        assertThat(unknown.why()).contains("it comes from an input");
    }

    @Test
    void aTokenHasTheChosenTextWhereverTheVariationStands() {
        assertThat(TOKENS.token(Map.of(ENVIRONMENT, "eu:prod", BRANCH, "main")).values())
                .containsOnly(
                        Map.entry("sub", "environment:eu%3Aprod"),
                        Map.entry("environment", "eu:prod"),
                        Map.entry("ref", "refs/heads/main"),
                        Map.entry("base_ref", ""));
    }

    @Test
    void aClaimIsLeftOutIfNoTextIsChosenForIt() {
        assertThat(TOKENS.token(Map.of(BRANCH, "main")).values())
                .containsOnly(Map.entry("ref", "refs/heads/main"), Map.entry("base_ref", ""));
    }

    @Test
    void aClaimThatComesOutEmptyIsAbsent() {
        assertThat(TOKENS.token(Map.of(ENVIRONMENT, "")).values())
                .containsOnly(Map.entry("sub", "environment:"), Map.entry("base_ref", ""));
    }
}
