package io.github.cdkoidc.workflow;

import io.github.cdkoidc.claims.ClaimPart;
import io.github.cdkoidc.claims.ClaimVariable;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitNames;
import io.github.cdkoidc.claims.TextSet;
import io.github.cdkoidc.claims.TokenSet;
import io.github.cdkoidc.workflow.text.ClaimText;
import io.github.cdkoidc.workflow.text.TextPart;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes a predicted token as the set of tokens that it stands for. */
final class TokenSetWriter {

    /** What is known of claims that the workflow does not decide. */
    private static final Map<GitHubClaim, TextSet> UNDECIDED = Map.of(
            GitHubClaim.ENTERPRISE_ID, GitNames.NUMBER.optional(),
            GitHubClaim.REPOSITORY_ID, GitNames.NUMBER,
            GitHubClaim.REPOSITORY_OWNER_ID, GitNames.NUMBER,
            GitHubClaim.ACTOR_ID, GitNames.NUMBER,
            GitHubClaim.REF, TextPart.Hole.ANYTHING);

    private final Map<String, List<TextPart>> pieces = new TreeMap<>();
    /** Holes of which the whole text shows somewhere, and not only what {@code sub} makes of it. */
    private final Set<TextPart.Hole> whole = new HashSet<>();

    private TokenSetWriter(PredictedToken token) {
        token.claims().forEach((claim, value) -> pieces.put(claim, value.pieces()));
        for (GitHubClaim claim : GitHubClaim.values()) {
            if (token.claim(claim).orElse(null) instanceof ClaimText.Unknown value) {
                // A claim that is there is not empty, as a rule.
                TextSet texts = UNDECIDED.getOrDefault(claim, TextSet.notEmpty());
                pieces.put(claim.claimName(), List.of(new TextPart.Hole(value.what(), value.why(), texts)));
            }
        }
        token.absent().forEach(pieces::remove);
        pieces.values().stream().flatMap(List::stream).forEach(piece -> {
            if (piece instanceof TextPart.Hole hole && !hole.isEscaped()) {
                whole.add(hole);
            }
        });
    }

    static TokenSet of(PredictedToken token) {
        TokenSetWriter writer = new TokenSetWriter(token);
        Map<String, List<ClaimPart>> claims = new TreeMap<>();
        writer.pieces.forEach((claim, pieces) -> claims.put(
                claim, pieces.stream().map(piece -> writer.part(claim, piece)).toList()));
        return new TokenSet(claims);
    }

    /** What the audience is made of is not asked for where the subject is made, and may be something else of the same name. */
    private ClaimPart part(String claim, TextPart piece) {
        if (piece instanceof TextPart.Text text) {
            return new ClaimPart.Text(text.text());
        }
        if (!(piece instanceof TextPart.Hole hole)) {
            return new ClaimPart.Varying(ClaimVariable.each(piece.shown(), piece.texts()), false);
        }
        TextPart.Hole same = whole.stream()
                .filter(other -> hole.isEscaped() && other.isOf(hole))
                .findFirst()
                .orElse(hole);
        String shown = claim.equals(GitHubClaim.AUD.claimName()) ? "audience " + hole.shown() : hole.shown();
        return new ClaimPart.Varying(ClaimVariable.unknown(shown, same.texts(), hole.why()), !same.equals(hole));
    }
}
