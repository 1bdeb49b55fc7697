package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Computes {@link Texts}. The last that were asked for are kept: one run is held against many policies, and runs have much in common. */
final class TextWords {

    private static final int MOST_KEPT = 128;

    private static final Map<Texts, Dfa> KEPT = Collections.synchronizedMap(new Latest());

    private TextWords() {}

    private static final class Latest extends LinkedHashMap<Texts, Dfa> {

        private static final long serialVersionUID = 1L;

        Latest() {
            super(MOST_KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Texts, Dfa> eldest) {
            return size() > MOST_KEPT;
        }
    }

    /**
     * The texts.
     *
     * @throws Budget.SpentException if they are too many for the budget
     */
    static Dfa of(Texts texts, Budget budget) {
        Dfa kept = KEPT.get(texts);
        if (kept != null) {
            return kept;
        }
        Dfa made = make(texts, budget);
        KEPT.put(texts, made);
        return made;
    }

    private static Dfa make(Texts texts, Budget budget) {
        if (texts instanceof Texts.Matching matching) {
            return Exploration.explore(new ExpressionMachine(matching.expression()), budget);
        }
        if (texts instanceof Texts.Either either) {
            return combine(either.one(), Product.Operation.OR, either.other(), budget);
        }
        if (texts instanceof Texts.Both both) {
            return combine(both.one(), Product.Operation.AND, both.other(), budget);
        }
        Texts.Without without = (Texts.Without) texts;
        return combine(without.one(), Product.Operation.BUT_NOT, without.other(), budget);
    }

    private static Dfa combine(Texts one, Product.Operation operation, Texts other, Budget budget) {
        return Product.of(of(one, budget), operation, of(other, budget), budget);
    }
}
