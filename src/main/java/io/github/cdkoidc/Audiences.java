package io.github.cdkoidc;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What policies do with the tokens that were minted for others. */
final class Audiences {

    private Audiences() {}

    /** Whether a policy asks for an audience by name. */
    static boolean names(TrustPolicy policy, String audience) {
        return policy.statements().stream()
                .flatMap(statement -> statement.conditions().stream())
                .filter(condition -> condition.key().endsWith(":aud"))
                .flatMap(condition -> condition.values().stream())
                .anyMatch(value -> value.asText().equals(audience));
    }

    /** A token that was minted for an audience, and that a policy lets in all the same. */
    static Optional<AppFinding.Proof> proof(TrustPolicy policy, String audience) {
        return policy.lint().stream()
                .flatMap(finding -> finding.witness().stream())
                .map(token -> mintedFor(audience, token))
                .filter(token -> policy.decide(token).isAllowed())
                .map(token -> new AppFinding.Proof(token, true))
                .findFirst();
    }

    private static GitHubClaims mintedFor(String audience, GitHubClaims token) {
        Map<String, String> claims = new TreeMap<>(token.values());
        claims.put("aud", audience);
        return GitHubClaims.of(claims);
    }
}
