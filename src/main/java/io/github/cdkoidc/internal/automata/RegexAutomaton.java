package io.github.cdkoidc.internal.automata;

import io.github.cdkoidc.claims.CharacterSet;
import io.github.cdkoidc.claims.TextSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The texts of a {@link TextSet}: a non-deterministic automaton, read deterministically. A state is the set of all states that a text
 * can lead to. It is built only as far as it is read, and a budget limits it.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Thompson%27s_construction">Thompson's construction</a>
 * @see <a href="https://en.wikipedia.org/wiki/Powerset_construction">Powerset construction</a>
 */
final class RegexAutomaton implements TransitionGraph<BitSet> {

    /** Where a text of the set ends. */
    private static final int ACCEPTING = 0;

    private record Edge(int from, int to, int target) {}

    private final List<List<Edge>> edges = new ArrayList<>();
    /** The states that are reached from a state without a character. */
    private final List<List<Integer>> besides = new ArrayList<>();

    private final AutomatonBudget budget;
    private final int start;

    RegexAutomaton(TextSet texts, AutomatonBudget budget) {
        this.budget = budget;
        state();
        this.start = add(texts, ACCEPTING);
    }

    private int state() {
        edges.add(new ArrayList<>());
        besides.add(new ArrayList<>());
        return edges.size() - 1;
    }

    /** Adds states that read the texts of a set and then lead to a state. */
    private int add(TextSet texts, int next) {
        if (texts instanceof TextSet.Text text) {
            return addText(text.text(), next);
        }
        if (texts instanceof CharacterSet characters) {
            return addCharacters(characters.ranges(), next);
        }
        if (texts instanceof TextSet.Sequence sequence) {
            int state = next;
            for (int part = sequence.parts().size() - 1; part >= 0; part--) {
                state = add(sequence.parts().get(part), state);
            }
            return state;
        }
        if (texts instanceof TextSet.Either either) {
            int state = state();
            either.sets().forEach(set -> besides.get(state).add(add(set, next)));
            return state;
        }
        if (texts instanceof TextSet.Repeat repeat) {
            int state = state();
            besides.get(state).add(next);
            besides.get(state).add(add(repeat.of(), state));
            return state;
        }
        return addAutomaton(RegexLanguages.of(texts, budget), next);
    }

    private int addText(String text, int next) {
        int state = next;
        for (int i = text.length() - 1; i >= 0; i--) {
            state = addCharacters(text.substring(i, i + 1).repeat(2), state);
        }
        return state;
    }

    private int addCharacters(String ranges, int next) {
        int state = state();
        for (int at = 0; at < ranges.length(); at += 2) {
            edges.get(state).add(new Edge(ranges.charAt(at), ranges.charAt(at + 1), next));
        }
        return state;
    }

    private int addAutomaton(Dfa dfa, int next) {
        int first = edges.size();
        for (int state = 0; state < dfa.size(); state++) {
            state();
            if (dfa.truth(state) == Ternary.TRUE) {
                besides.get(first + state).add(next);
            }
            dfa.edges(state, (from, to, target) -> edges.get(edges.size() - 1).add(new Edge(from, to, first + target)));
        }
        return first;
    }

    private void reach(int state, BitSet reached) {
        if (!reached.get(state)) {
            reached.set(state);
            besides.get(state).forEach(other -> reach(other, reached));
        }
    }

    @Override
    public BitSet start() {
        BitSet reached = new BitSet();
        reach(start, reached);
        return reached;
    }

    @Override
    public Ternary truth(BitSet states) {
        return Ternary.of(states.get(ACCEPTING));
    }

    @Override
    public void edges(BitSet states, Edges<? super BitSet> found) {
        List<Edge> all = new ArrayList<>();
        states.stream().forEach(state -> all.addAll(edges.get(state)));
        BitSet starts = new BitSet();
        for (Edge edge : all) {
            starts.set(edge.from());
            starts.set(edge.to() + 1);
        }
        for (int from = starts.nextSetBit(0); from >= 0; ) {
            int end = starts.nextSetBit(from + 1);
            BitSet reached = new BitSet();
            for (Edge edge : all) {
                if (edge.from() <= from && from <= edge.to()) {
                    reach(edge.target(), reached);
                }
            }
            if (!reached.isEmpty()) {
                found.add((char) from, (char) (end - 1), reached);
            }
            from = end;
        }
    }
}
