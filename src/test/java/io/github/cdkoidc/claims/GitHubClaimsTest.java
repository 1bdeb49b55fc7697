package io.github.cdkoidc.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GitHubClaimsTest {

    @Test
    void theClaimsAreThoseOfTheMapInTheOrderOfTheirNames() {
        GitHubClaims claims = GitHubClaims.of(Map.of("sub", "s", "aud", "a", "ref", "r"));

        assertThat(claims.values().keySet()).containsExactly("aud", "ref", "sub");
        assertThat(claims.get("ref")).contains("r");
        assertThat(claims.get(GitHubClaim.SUB)).contains("s");
    }

    @Test
    void anAbsentClaimIsAbsent() {
        GitHubClaims claims = GitHubClaims.of(Map.of("base_ref", ""));

        assertThat(claims.get("environment")).isEmpty();
        assertThat(claims.get(GitHubClaim.ENVIRONMENT)).isEmpty();
        assertThat(claims.get("base_ref")).contains("");
    }

    @Test
    void theClaimsAreACopy() {
        Map<String, String> values = new HashMap<>(Map.of("sub", "before"));
        GitHubClaims claims = GitHubClaims.of(values);

        values.put("sub", "after");

        assertThat(claims.get("sub")).contains("before");
    }

    @Test
    void theClaimsCannotBeChanged() {
        Map<String, String> values = GitHubClaims.of(Map.of("sub", "before")).values();

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> values.put("sub", "after"));
    }

    @Test
    void aClaimIsNotNull() {
        Map<String, String> values = new HashMap<>();
        values.put("environment", null);

        assertThatNullPointerException()
                .isThrownBy(() -> GitHubClaims.of(values))
                .withMessage("claim environment is null: leave a claim out that the token does not hold");
    }
}
