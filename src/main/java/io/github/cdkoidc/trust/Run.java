package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a policy is asked about: the token of one run.
 *
 * @param claims the token's claims
 * @param issuer the issuer's URL; github.com's for claims that name none
 */
record Run(GitHubClaims claims, String issuer) {

    /** A run of github.com of which nothing else is known. */
    static final Run UNKNOWN = of(GitHubClaims.of(Map.of()));

    static Run of(GitHubClaims claims) {
        String issuer = claims.values().get("iss");
        return new Run(claims, issuer == null ? GitHubIssuer.GITHUB_COM.url() : GitHubIssuer.withScheme(issuer));
    }

    @Nullable
    String claim(String name) {
        return claims.values().get(name);
    }

    boolean isOf(String issuerUrl) {
        return issuer.equals(issuerUrl);
    }

    /** The issuer as condition keys and ARNs have it. */
    String issuerName() {
        return GitHubIssuer.withoutScheme(issuer);
    }
}
