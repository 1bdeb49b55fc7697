package io.github.cdkoidc.claims;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one run presents to AWS: the claims of its token, by name. An absent claim is absent, not empty.
 *
 * @param values the claims, by name
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">GitHub: OpenID Connect reference</a>
 */
public record GitHubClaims(Map<String, String> values) {

    /** The audience that the AWS action asks for: {@value}. */
    public static final String DEFAULT_AUDIENCE = "sts.amazonaws.com";

    /** Takes a copy, in the order of the names. */
    public GitHubClaims {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        for (Map.Entry<String, String> claim : values.entrySet()) {
            Objects.requireNonNull(
                    claim.getValue(),
                    "claim " + claim.getKey() + " is null: leave a claim out that the token does not hold");
        }
    }

    /**
     * The claims of a token that is already decoded.
     *
     * @param values the claims, by name
     * @return the claims
     */
    public static GitHubClaims of(Map<String, String> values) {
        return new GitHubClaims(values);
    }

    /**
     * The claims of a run of a repository; {@code sub} is computed from what is said of the run.
     *
     * @param repository the repository
     * @return a builder
     */
    public static GitHubClaimsBuilder of(GitHubRepository repository) {
        return new GitHubClaimsBuilder(repository);
    }

    /**
     * The claims of a token. The token is decoded, never verified, and never shown.
     *
     * @param token a JSON Web Token, {@code eyJ…}, up to 65,536 characters
     * @return the claims
     * @throws IllegalArgumentException if it is not three parts with a JSON object in the second
     */
    public static GitHubClaims fromToken(String token) {
        return new GitHubClaims(JsonWebToken.claims(token));
    }

    /**
     * A claim's value.
     *
     * @param name the claim, such as {@code repository_visibility}
     * @return the value, or nothing if the token does not hold the claim
     */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * A claim's value.
     *
     * @param claim the claim
     * @return the value, or nothing if the token does not hold the claim
     */
    public Optional<String> get(GitHubClaim claim) {
        return get(claim.claimName());
    }
}
