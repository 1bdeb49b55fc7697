package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import io.github.cdkoidc.internal.evaluate.ValueMatcher;
import io.github.cdkoidc.policy.OperatorKind;

/**
 * Whether a condition holds, once it is known whether the token holds the claim and whether the claim matches any value. These are the
 * answers of {@link ConditionEvaluator} for all texts at once, or unknown where they depend on more of the run.
 */
public final class ConditionTruthTable {

    /** Whether AWS turns a claim of a token into a key. */
    public enum Key {
        NONE,
        PERHAPS,
        SURE
    }

    private final ConditionEvaluator test;
    private final boolean read;
    private final boolean open;

    /** The table of a condition. {@code read} says whether GitHub's tokens can hold the claim. */
    public ConditionTruthTable(ConditionEvaluator test, boolean read) {
        this.test = test;
        this.read = read;
        this.open = test.values().stream().anyMatch(ValueMatcher::hasVariables);
    }

    /** Whether AWS turns the claim into a key, in tokens of a run's issuer. */
    public Key keyOf(TokenRequest run) {
        if (!read || !test.key().isPopulated() || !test.key().isOf(run.issuer())) {
            return Key.NONE;
        }
        return test.key().isDocumentedFor(run.issuer()) ? Key.SURE : Key.PERHAPS;
    }

    /** Whether the condition holds for a claim that is present or not, and matches {@code any} of the values or not. */
    public Ternary of(Key key, boolean present, Ternary any) {
        return test.counted(outcome(key, present, any));
    }

    private Ternary outcome(Key key, boolean present, Ternary any) {
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
        if (test.isNeverMet()) {
            return Ternary.FALSE;
        }
        return switch (comparison) {
            case NUMERIC_EQUALS -> test.isOfNumbers() ? any.and(Ternary.UNKNOWN) : Ternary.UNKNOWN;
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
