package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.internal.automata.AutomatonBudget;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.DfaBuilder;
import io.github.cdkoidc.internal.automata.Trie;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.ValueMatcher;
import io.github.cdkoidc.internal.evaluate.ValuePattern;
import java.util.List;

/** Which texts match any value of a condition. */
public final class ConditionValues {

    private ConditionValues() {}

    /** The automaton of the texts. Throws if it is too large for the budget. */
    public static Dfa of(ConditionEvaluator condition, AutomatonBudget budget) {
        List<ValuePattern> patterns =
                condition.values().stream().map(ValueMatcher::pattern).toList();
        if (!patterns.stream().allMatch(ValuePattern::isExact)) {
            return DfaBuilder.explore(new PatternSetAutomaton(patterns), budget);
        }
        List<String> texts = patterns.stream().map(ValuePattern::text).toList();
        return DfaBuilder.explore(new Trie(texts, patterns.stream().anyMatch(ValuePattern::ignoresCase)), budget);
    }
}
