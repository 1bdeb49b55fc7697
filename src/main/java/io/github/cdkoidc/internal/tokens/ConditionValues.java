package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.internal.automata.AutomatonBudget;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.DfaBuilder;
import io.github.cdkoidc.internal.automata.OutgoingEdges;
import io.github.cdkoidc.internal.automata.TransitionGraph;
import io.github.cdkoidc.internal.automata.Trie;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.ValueMatcher;
import io.github.cdkoidc.internal.evaluate.ValuePattern;
import java.util.List;
import java.util.Objects;

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

    /**
     * Where each character of a claim leads from a state of {@code values}, which {@code ranges} reads; {@link Dfa#DEAD} included. An
     * escaped {@code :} is read as {@code %3A}.
     */
    public static void read(
            Dfa values,
            OutgoingEdges<Integer> ranges,
            int state,
            boolean escaped,
            TransitionGraph.Edges<Integer> edges) {
        ranges.start(state == Dfa.DEAD ? null : state);
        int from = TransitionGraph.END + 1;
        while (from <= Character.MAX_VALUE) {
            ranges.seek(from);
            int to = ranges.to();
            int target = Objects.requireNonNullElse(ranges.target(), Dfa.DEAD);
            if (escaped && from < ':' && ':' <= to) {
                to = ':' - 1;
            } else if (escaped && from == ':') {
                to = ':';
                target = values.run(state, SubjectFormat.COLON);
            }
            edges.add((char) from, (char) to, target);
            from = to + 1;
        }
    }
}
