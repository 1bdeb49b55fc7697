package io.github.cdkoidc.trust;

import java.util.List;

/** Which texts match any value of a condition. */
final class ConditionValues {

    private ConditionValues() {}

    /**
     * The texts.
     *
     * @throws Budget.SpentException if they are too many for the budget
     */
    static Dfa of(ConditionJudge condition, Budget budget) {
        List<ValuePattern> patterns =
                condition.values().stream().map(ValueMatcher::pattern).toList();
        boolean exact = patterns.stream().allMatch(ValuePattern::isExact);
        return exact
                ? Exploration.explore(
                        new Trie(
                                patterns.stream().map(ValuePattern::text).toList(),
                                patterns.stream().anyMatch(ValuePattern::ignoresCase)),
                        budget)
                : Exploration.explore(new Patterns(patterns), budget);
    }
}
