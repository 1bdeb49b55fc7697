package io.github.cdkoidc.workflow;

import io.github.cdkoidc.claims.ClaimPart;
import io.github.cdkoidc.claims.ClaimVariable;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitNames;
import io.github.cdkoidc.claims.TextSet;
import io.github.cdkoidc.claims.TokenSet;
import io.github.cdkoidc.workflow.text.ClaimText;
import io.github.cdkoidc.workflow.text.TextPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes a predicted token as the set of tokens that it stands for. */
final class TokenSetWriter {

    private static final String AUDIENCE = GitHubClaim.AUD.claimName();

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
            token.claim(claim)
                    .filter(value -> value instanceof ClaimText.Unknown)
                    .ifPresent(value ->
                            pieces.put(claim.claimName(), List.of(undecided(claim, (ClaimText.Unknown) value))));
        }
        token.absent().forEach(pieces::remove);
        pieces.values().forEach(parts -> parts.forEach(this::note));
    }

    /** The tokens. */
    static TokenSet of(PredictedToken token) {
        TokenSetWriter writer = new TokenSetWriter(token);
        Map<String, List<ClaimPart>> claims = new TreeMap<>();
        writer.pieces.forEach((claim, parts) -> claims.put(claim, writer.parts(claim, parts)));
        return new TokenSet(claims);
    }

    /** A claim that is there is not empty, as a rule. */
    private static TextPart.Hole undecided(GitHubClaim claim, ClaimText.Unknown value) {
        return new TextPart.Hole(value.what(), value.why(), UNDECIDED.getOrDefault(claim, TextSet.notEmpty()));
    }

    private void note(TextPart piece) {
        if (piece instanceof TextPart.Hole hole && !hole.isEscaped()) {
            whole.add(hole);
        }
    }

    private List<ClaimPart> parts(String claim, List<TextPart> of) {
        List<ClaimPart> parts = new ArrayList<>();
        for (TextPart piece : of) {
            if (piece instanceof TextPart.Text text) {
                parts.add(new ClaimPart.Text(text.text()));
            } else if (piece instanceof TextPart.Hole hole) {
                parts.add(part(claim, hole));
            } else {
                parts.add(new ClaimPart.Varying(ClaimVariable.each(piece.shown(), piece.texts()), false));
            }
        }
        return parts;
    }

    /** What the audience is made of is not asked for where the subject is made, and may be something else of the same name. */
    private ClaimPart part(String claim, TextPart.Hole hole) {
        TextPart.Hole same = whole.stream()
                .filter(other -> hole.isEscaped() && other.isOf(hole))
                .findFirst()
                .orElse(hole);
        String shown = claim.equals(AUDIENCE) ? "audience " + hole.shown() : hole.shown();
        return new ClaimPart.Varying(ClaimVariable.unknown(shown, same.texts(), hole.why()), !same.equals(hole));
    }
}
