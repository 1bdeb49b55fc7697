package io.github.cdkoidc.workflow;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.TokenSet;
import io.github.cdkoidc.workflow.text.ClaimText;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The claims that a run will present, as far as the workflow decides them. A run has several tokens where something outside of the workflow
 * decides, such as whether the repository mints immutable subjects: it presents one of them. Within one token all branch names are the same
 * branch: {@code ref} and {@code sub} differ together.
 *
 * @param claims the claims that are known or follow a pattern, by name; {@code aud} is of the login, see {@link #withAudience}
 * @param assuming what must be so for the run to present this token; nothing if it surely does
 */
public record PredictedToken(Map<String, ClaimText> claims, Set<String> absent, List<String> assuming) {

    public PredictedToken {
        claims = Collections.unmodifiableMap(new TreeMap<>(claims));
        absent = Set.copyOf(absent);
        assuming = List.copyOf(assuming);
    }

    /** The value of a claim, unknown if the workflow does not decide it; nothing if the token does not hold the claim. */
    public Optional<ClaimText> claim(String name) {
        ClaimText undecided = new ClaimText.Unknown(name, name + " is not decided by the workflow");
        return absent.contains(name) ? Optional.empty() : Optional.of(claims.getOrDefault(name, undecided));
    }

    /** The same. */
    public Optional<ClaimText> claim(GitHubClaim claim) {
        return claim(claim.claimName());
    }

    /** The {@code sub} claim. */
    public ClaimText sub() {
        return claim(GitHubClaim.SUB).orElseThrow();
    }

    /** The same token for an audience, as the login says. */
    public PredictedToken withAudience(ClaimText audience) {
        Map<String, ClaimText> more = new TreeMap<>(claims);
        more.put(GitHubClaim.AUD.claimName(), audience);
        return new PredictedToken(more, absent, assuming);
    }

    /** The tokens that this stands for. The audience is one of the unknowns unless it was given, see {@link #withAudience}. */
    public TokenSet possibleClaims() {
        return TokenSetWriter.of(this);
    }
}
