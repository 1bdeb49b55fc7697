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

    /**
     * The texts.
     *
     * @throws AutomatonBudget.SpentException if they are too many for the budget
     */
    public static Dfa of(ConditionEvaluator condition, AutomatonBudget budget) {
        List<ValuePattern> patterns =
                condition.values().stream().map(ValueMatcher::pattern).toList();
        boolean exact = patterns.stream().allMatch(ValuePattern::isExact);
        return exact
                ? DfaBuilder.explore(
                        new Trie(
                                patterns.stream().map(ValuePattern::text).toList(),
                                patterns.stream().anyMatch(ValuePattern::ignoresCase)),
                        budget)
                : DfaBuilder.explore(new PatternSetAutomaton(patterns), budget);
    }
}
