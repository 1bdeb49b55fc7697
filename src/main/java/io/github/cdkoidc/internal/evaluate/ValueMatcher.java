package io.github.cdkoidc.internal.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.policy.ConditionKey;
import io.github.cdkoidc.policy.PolicyDialect;
import io.github.cdkoidc.policy.ValuePart;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares one value of a condition with many claims. */
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

    /** Reads a value that is compared with a claim. */
    ValueMatcher(JsonNode value, Mode mode, PolicyDialect language, String claim) {
        this.value = value;
        this.mode = mode;
        this.pieces = language.pieces(value, claim);
        boolean known = pieces.stream().allMatch(ValueMatcher::isKnown);
        this.exact = known && mode == Mode.SAME ? pattern().text() : null;
        this.glob = known && mode != Mode.SAME ? glob(null) : null;
    }

    private static boolean isKnown(ValuePart piece) {
        return piece instanceof ValuePart.Text || piece instanceof ValuePart.Exact;
    }

    /** The text, if the value matches this text alone in every run. */
    @Nullable
    String exact() {
        return exact;
    }

    /** The value as a pattern for every run: what is not known matches any characters. */
    public ValuePattern pattern() {
        int[] characters =
                pieces.stream().flatMapToInt(piece -> characters(piece, null)).toArray();
        return new ValuePattern(characters, mode.ignoresCase(), pieces.stream().allMatch(ValueMatcher::isKnown));
    }

    /** The value as it is written in the policy. */
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

    /** Its parts, by what decides them. */
    public List<ValuePart> pieces() {
        return pieces;
    }

    /** Whether it holds a policy variable. */
    public boolean hasVariables() {
        return pieces.stream().anyMatch(ValueMatcher::isVariable);
    }

    private static boolean isVariable(ValuePart piece) {
        return piece instanceof ValuePart.Variable || piece instanceof ValuePart.Unreadable;
    }

    /** Whether a part of it is known only at deployment. */
    public boolean isDeployed() {
        return pieces.stream().anyMatch(piece -> piece instanceof ValuePart.Deployed);
    }

    /** A variable that has no value in the request, if there is one. IAM may then ignore the whole statement. */
    @Nullable
    public ValuePart unresolved(TokenRequest run) {
        return pieces.stream()
                .filter(piece -> isVariable(piece) && valueOf(piece, run) == null)
                .findFirst()
                .orElse(null);
    }

    /** The pattern for a run: what is not known matches any characters. */
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

    /** IAM does not document whether wildcards from a request are wildcards in a pattern. */
    private boolean isAmbiguous(String text) {
        return mode.hasWildcards() && (text.indexOf('*') >= 0 || text.indexOf('?') >= 0);
    }
}
