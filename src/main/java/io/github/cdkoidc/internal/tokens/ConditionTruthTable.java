package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import io.github.cdkoidc.internal.evaluate.ValueMatcher;
import io.github.cdkoidc.policy.OperatorKind;

/**
 * What a condition makes of a claim, once it is known whether the token presents it and whether it matches any of the values. The
 * evaluator's answers, see {@link ConditionEvaluator}, for all texts at once; where that needs more of the run, the answer is that it is
 * not known.
 */
public final class ConditionTruthTable {

    /** Whether AWS makes a key of a claim that a token holds. */
    public enum Key {
        NONE,
        PERHAPS,
        SURE
    }

    private final ConditionEvaluator test;
    private final boolean read;
    private final boolean open;

    /**
     * Makes a condition ready.
     *
     * @param test the condition
     * @param read whether GitHub's tokens hold the claim at all
     */
    public ConditionTruthTable(ConditionEvaluator test, boolean read) {
        this.test = test;
        this.read = read;
        this.open = test.values().stream().anyMatch(ValueMatcher::hasVariables);
    }

    /** Whether AWS makes a key of the claim, in tokens of a run's issuer. */
    public Key keyOf(TokenRequest run) {
        if (!read || !test.key().isPopulated() || !test.key().isOf(run.issuer())) {
            return Key.NONE;
        }
        return test.key().isDocumentedFor(run.issuer()) ? Key.SURE : Key.PERHAPS;
    }

    /**
     * Whether the condition holds.
     *
     * @param key whether AWS makes a key of the claim
     * @param present whether the token holds the claim
     * @param any whether it matches any of the values
     */
    public Ternary of(Key key, boolean present, Ternary any) {
        if (!test.key().isOfToken()) {
            return Ternary.UNKNOWN;
        }
        if (!present || key == Key.NONE) {
            return missing();
        }
        return key == Key.SURE ? present(any) : present(any).either(missing());
    }

    private Ternary missing() {
        return unlessOpen(test.test(null, TokenRequest.UNKNOWN));
    }

    private Ternary present(Ternary any) {
        OperatorKind comparison = test.condition().operator().comparison();
        return switch (comparison) {
            case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE -> unlessOpen(any);
            case STRING_NOT_EQUALS, STRING_NOT_EQUALS_IGNORE_CASE, STRING_NOT_LIKE -> unlessOpen(any.not());
            case NULL -> test.test("present", TokenRequest.UNKNOWN);
            default -> Ternary.UNKNOWN;
        };
    }

    private Ternary unlessOpen(Ternary truth) {
        return open ? truth.and(Ternary.UNKNOWN) : truth;
    }
}
