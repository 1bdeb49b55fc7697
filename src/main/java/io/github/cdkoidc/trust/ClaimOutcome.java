package io.github.cdkoidc.trust;

/**
 * What a condition makes of a claim, once it is known whether the token presents it and whether it matches any of the values. The
 * evaluator's answers, see {@link ConditionJudge}, for all texts at once; where that needs more of the run, the answer is that it is
 * not known.
 */
final class ClaimOutcome {

    /** Whether AWS makes a key of a claim that a token holds. */
    enum Key {
        NONE,
        PERHAPS,
        SURE
    }

    private final ConditionJudge test;
    private final boolean read;
    private final boolean open;

    /**
     * Makes a condition ready.
     *
     * @param test the condition
     * @param read whether GitHub's tokens hold the claim at all
     */
    ClaimOutcome(ConditionJudge test, boolean read) {
        this.test = test;
        this.read = read;
        this.open = test.values().stream().anyMatch(ValueMatcher::hasVariables);
    }

    /** Whether AWS makes a key of the claim, in tokens of a run's issuer. */
    Key keyOf(Run run) {
        if (!read || !test.key().isPopulated() || !test.key().isOfIssuerOf(run)) {
            return Key.NONE;
        }
        return test.key().isDocumentedFor(run) ? Key.SURE : Key.PERHAPS;
    }

    /**
     * Whether the condition holds.
     *
     * @param key whether AWS makes a key of the claim
     * @param present whether the token holds the claim
     * @param any whether it matches any of the values
     */
    Truth of(Key key, boolean present, Truth any) {
        if (!test.key().isOfToken()) {
            return Truth.UNKNOWN;
        }
        if (!present || key == Key.NONE) {
            return missing();
        }
        return key == Key.SURE ? present(any) : present(any).either(missing());
    }

    private Truth missing() {
        return unlessOpen(test.test(null, Run.UNKNOWN));
    }

    private Truth present(Truth any) {
        Comparison comparison = test.condition().operator().comparison();
        return switch (comparison) {
            case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE -> unlessOpen(any);
            case STRING_NOT_EQUALS, STRING_NOT_EQUALS_IGNORE_CASE, STRING_NOT_LIKE -> unlessOpen(any.not());
            case NULL -> test.test("present", Run.UNKNOWN);
            default -> Truth.UNKNOWN;
        };
    }

    private Truth unlessOpen(Truth truth) {
        return open ? truth.and(Truth.UNKNOWN) : truth;
    }
}
