package io.github.cdkoidc.internal.evaluate;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.policy.ConditionKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request that a policy decides: the token of one run.
 *
 * @param claims the token's claims
 * @param issuer the issuer's URL; github.com's for claims that name none
 */
public record TokenRequest(GitHubClaims claims, String issuer) {

    /** A run of github.com of which nothing else is known. */
    public static final TokenRequest UNKNOWN = of(GitHubClaims.of(Map.of()));

    public static TokenRequest of(GitHubClaims claims) {
        String issuer = claims.values().get("iss");
        return new TokenRequest(
                claims, issuer == null ? GitHubIssuer.GITHUB_COM.url() : GitHubIssuer.withScheme(issuer));
    }

    @Nullable
    public String claim(String name) {
        return claims.values().get(name);
    }

    /** The token's claim for a key; null if AWS does not turn it into a key. */
    public @Nullable String claim(ConditionKey key) {
        return key.isPopulated() && key.isOf(issuer) ? claim(key.claim()) : null;
    }

    boolean isOf(String issuerUrl) {
        return issuer.equals(issuerUrl);
    }

    /** The issuer as it is written in condition keys and ARNs. */
    public String issuerName() {
        return GitHubIssuer.withoutScheme(issuer);
    }
}
