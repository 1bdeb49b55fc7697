package io.github.cdkoidc.workflow;

import io.github.cdkoidc.claims.ClaimPart;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.PossibleClaims;
import io.github.cdkoidc.claims.Variation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes a predicted token as the set of tokens that it stands for. */
final class Possibilities {

    private static final String AUDIENCE = GitHubClaim.AUD.claimName();

    /** What is known of claims that the workflow does not decide. */
    private static final Map<GitHubClaim, String> UNDECIDED = Map.of(
            GitHubClaim.ENTERPRISE_ID, "([1-9][0-9]*)?",
            GitHubClaim.REPOSITORY_ID, "[1-9][0-9]*",
            GitHubClaim.REPOSITORY_OWNER_ID, "[1-9][0-9]*",
            GitHubClaim.ACTOR_ID, "[1-9][0-9]*",
            GitHubClaim.REF, Piece.Hole.ANYTHING);

    private final Map<String, List<Piece>> pieces = new TreeMap<>();
    /** Holes of which the whole text shows somewhere, and not only what {@code sub} makes of it. */
    private final Set<Piece.Hole> whole = new HashSet<>();

    private Possibilities(PredictedToken token) {
        token.claims().forEach((claim, value) -> pieces.put(claim, value.pieces()));
        for (GitHubClaim claim : GitHubClaim.values()) {
            token.claim(claim)
                    .filter(value -> value instanceof Value.Unknown)
                    .ifPresent(value ->
                            pieces.put(claim.claimName(), List.of(undecided(claim, (Value.Unknown) value))));
        }
        token.absent().forEach(pieces::remove);
        pieces.values().forEach(parts -> parts.forEach(this::note));
    }

    /** The tokens. */
    static PossibleClaims of(PredictedToken token) {
        Possibilities possibilities = new Possibilities(token);
        Map<String, List<ClaimPart>> claims = new TreeMap<>();
        possibilities.pieces.forEach((claim, parts) -> claims.put(claim, possibilities.parts(claim, parts)));
        return new PossibleClaims(claims);
    }

    /** A claim that is there is not empty, as a rule. */
    private static Piece.Hole undecided(GitHubClaim claim, Value.Unknown value) {
        return new Piece.Hole(value.what(), value.why(), UNDECIDED.getOrDefault(claim, ".+"));
    }

    private void note(Piece piece) {
        if (piece instanceof Piece.Hole hole && !hole.isEscaped()) {
            whole.add(hole);
        }
    }

    private List<ClaimPart> parts(String claim, List<Piece> of) {
        List<ClaimPart> parts = new ArrayList<>();
        for (Piece piece : of) {
            if (piece instanceof Piece.Text text) {
                parts.add(new ClaimPart.Text(text.text()));
            } else if (piece instanceof Piece.Hole hole) {
                parts.add(part(claim, hole));
            } else {
                parts.add(new ClaimPart.Varying(Variation.each(piece.shown(), piece.texts()), false));
            }
        }
        return parts;
    }

    /** What the audience is made of is not asked for where the subject is made, and may be something else of the same name. */
    private ClaimPart part(String claim, Piece.Hole hole) {
        Piece.Hole same = whole.stream()
                .filter(other -> hole.isEscaped() && other.isOf(hole))
                .findFirst()
                .orElse(hole);
        String shown = claim.equals(AUDIENCE) ? "audience " + hole.shown() : hole.shown();
        return new ClaimPart.Varying(Variation.unknown(shown, same.texts(), hole.why()), !same.equals(hole));
    }
}
