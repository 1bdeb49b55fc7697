package io.github.cdkoidc.internal.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.policy.ConditionKey;
import io.github.cdkoidc.policy.PolicyDialect;
import io.github.cdkoidc.policy.PolicyVariables;
import io.github.cdkoidc.policy.ValuePart;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One value of a condition, ready to be compared with many claims. */
public final class ValueMatcher {

    /** How texts are compared. */
    enum Mode {
        SAME,
        SAME_IN_ANY_CASE,
        PATTERN,
        PATTERN_IN_ANY_CASE;

        boolean ignoresCase() {
            return this == SAME_IN_ANY_CASE || this == PATTERN_IN_ANY_CASE;
        }

        boolean hasWildcards() {
            return this == PATTERN || this == PATTERN_IN_ANY_CASE;
        }
    }

    private final JsonNode value;
    private final Mode mode;
    private final List<ValuePart> pieces;
    private final @Nullable String exact;
    private final @Nullable Glob glob;

    ValueMatcher(JsonNode value, Mode mode, PolicyDialect language) {
        this.value = value;
        this.mode = mode;
        this.pieces = PolicyVariables.pieces(value, language);
        boolean known = pieces.stream().allMatch(ValueMatcher::isKnown);
        this.exact = known && mode == Mode.SAME ? joined() : null;
        this.glob = known && mode != Mode.SAME ? glob(null) : null;
    }

    private static boolean isKnown(ValuePart piece) {
        return piece instanceof ValuePart.Text || piece instanceof ValuePart.Exact;
    }

    private String joined() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> characters(piece, null).forEach(text::appendCodePoint));
        return text.toString();
    }

    /** The text, if the value is one that means itself in every run. */
    @Nullable
    String exact() {
        return exact;
    }

    /** The value as a pattern in every run: any run of characters stands for what is not known. */
    public ValuePattern pattern() {
        int[] characters =
                pieces.stream().flatMapToInt(piece -> characters(piece, null)).toArray();
        return new ValuePattern(characters, mode.ignoresCase(), pieces.stream().allMatch(ValueMatcher::isKnown));
    }

    /** The value as the policy has it. */
    @Override
    public String toString() {
        return value.isTextual() ? value.asText() : value.toString();
    }

    /** Whether a claim is this value. */
    public Ternary matches(String claim, TokenRequest run) {
        if (glob != null) {
            return Ternary.of(glob.matches(claim));
        }
        if (!glob(run).matches(claim)) {
            return Ternary.FALSE;
        }
        return pieces.stream().allMatch(piece -> isKnown(piece) || valueOf(piece, run) != null)
                ? Ternary.TRUE
                : Ternary.UNKNOWN;
    }

    /** Whether it holds what only a request can tell. */
    public boolean hasVariables() {
        return pieces.stream()
                .anyMatch(piece -> piece instanceof ValuePart.Variable || piece instanceof ValuePart.Unreadable);
    }

    /** Whether only the deployment tells all of it. */
    public boolean isDeployed() {
        return pieces.stream().anyMatch(piece -> piece instanceof ValuePart.Deployed);
    }

    /** A piece that the request has no value for, if there is one. IAM may then take the whole statement for void. */
    @Nullable
    public ValuePart unresolved(TokenRequest run) {
        for (ValuePart piece : pieces) {
            boolean variable = piece instanceof ValuePart.Variable || piece instanceof ValuePart.Unreadable;
            if (variable && valueOf(piece, run) == null) {
                return piece;
            }
        }
        return null;
    }

    /** Any run of characters stands for what is not known. */
    private Glob glob(@Nullable TokenRequest run) {
        int[] pattern =
                pieces.stream().flatMapToInt(piece -> characters(piece, run)).toArray();
        return Glob.of(pattern, mode.ignoresCase());
    }

    private IntStream characters(ValuePart piece, @Nullable TokenRequest run) {
        if (piece instanceof ValuePart.Text text) {
            return text.text().codePoints().map(this::wildcard);
        }
        String known = valueOf(piece, run);
        return known == null ? IntStream.of(Glob.STAR) : known.codePoints();
    }

    private int wildcard(int character) {
        if (!mode.hasWildcards()) {
            return character;
        }
        return character == '*' ? Glob.STAR : character == '?' ? Glob.ANY : character;
    }

    private @Nullable String valueOf(ValuePart piece, @Nullable TokenRequest run) {
        if (piece instanceof ValuePart.Exact exact) {
            return exact.text();
        }
        if (run == null || !(piece instanceof ValuePart.Variable variable)) {
            return null;
        }
        ConditionKey key = variable.key();
        String claim = run.claim(key);
        String value = claim == null && key.isOfToken() ? variable.fallback().orElse(null) : claim;
        boolean known = value != null && (claim == null || key.isSure(claim, run.issuer())) && !isAmbiguous(value);
        return known ? value : null;
    }

    /** Whether wildcards that come from a request are live in a pattern is not documented. */
    private boolean isAmbiguous(String text) {
        return mode.hasWildcards() && (text.indexOf('*') >= 0 || text.indexOf('?') >= 0);
    }
}
