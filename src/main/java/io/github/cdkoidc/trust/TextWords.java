package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.Texts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Computes {@link Texts}. */
final class TextWords {

    /** What every filter of names asks again. */
    private static final Map<String, Dfa> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 64;

    private TextWords() {}

    /**
     * The texts.
     *
     * @throws Budget.SpentException if they are too many for the budget
     */
    static Dfa of(Texts texts, Budget budget) {
        if (texts instanceof Texts.Matching matching) {
            return of(matching.expression(), budget);
        }
        if (texts instanceof Texts.Either either) {
            return Product.of(of(either.one(), budget), Product.Operation.OR, of(either.other(), budget), budget);
        }
        if (texts instanceof Texts.Both both) {
            return Product.of(of(both.one(), budget), Product.Operation.AND, of(both.other(), budget), budget);
        }
        Texts.Without without = (Texts.Without) texts;
        return Product.of(of(without.one(), budget), Product.Operation.BUT_NOT, of(without.other(), budget), budget);
    }

    private static Dfa of(String expression, Budget budget) {
        Dfa known = KNOWN.get(expression);
        if (known != null) {
            return known;
        }
        Dfa texts = Exploration.explore(ExpressionMachine.of(expression), budget);
        if (KNOWN.size() < MOST_KNOWN) {
            KNOWN.put(expression, texts);
        }
        return texts;
    }
}
