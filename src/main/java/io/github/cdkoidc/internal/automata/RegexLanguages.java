package io.github.cdkoidc.internal.automata;

import io.github.cdkoidc.claims.TextSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds the automata of {@link TextSet}s and keeps the latest: one run is compared with many policies, and runs have much in common. */
public final class RegexLanguages {

    private static final int MOST_KEPT = 128;

    private static final Map<TextSet, Dfa> KEPT = Collections.synchronizedMap(new Latest());

    private RegexLanguages() {}

    private static final class Latest extends LinkedHashMap<TextSet, Dfa> {

        private static final long serialVersionUID = 1L;

        Latest() {
            super(MOST_KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<TextSet, Dfa> eldest) {
            return size() > MOST_KEPT;
        }
    }

    /** The automaton of the texts. Throws if it is too large for the budget. */
    public static Dfa of(TextSet texts, AutomatonBudget budget) {
        Dfa kept = KEPT.get(texts);
        if (kept == null) {
            kept = make(texts, budget);
            KEPT.put(texts, kept);
        }
        return kept;
    }

    private static Dfa make(TextSet texts, AutomatonBudget budget) {
        if (texts instanceof TextSet.Both both) {
            return combine(both.one(), Product.Operation.AND, both.other(), budget);
        }
        if (texts instanceof TextSet.Without without) {
            return combine(without.one(), Product.Operation.BUT_NOT, without.other(), budget);
        }
        return DfaBuilder.explore(new RegexAutomaton(texts, budget), budget);
    }

    private static Dfa combine(TextSet one, Product.Operation operation, TextSet other, AutomatonBudget budget) {
        return Product.of(of(one, budget), operation, of(other, budget), budget);
    }
}
