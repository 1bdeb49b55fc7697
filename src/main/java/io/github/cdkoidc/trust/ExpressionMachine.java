package io.github.cdkoidc.trust;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.RegExp;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The texts of a regular expression. A state is the set of states that a text can have come to, and so nothing grows beyond what a
 * budget allows. {@link Machine#END} is in no text.
 */
final class ExpressionMachine implements Machine<BitSet> {

    private static final int FIRST = Machine.END + 1;

    private final Map<State, Integer> numbers = new HashMap<>();
    private final List<List<Edge>> edges = new ArrayList<>();
    private final BitSet accepting = new BitSet();

    private record Edge(int from, int to, int target) {}

    /**
     * A machine.
     *
     * @param expression in the syntax of {@link RegExp}
     */
    ExpressionMachine(String expression) {
        Automaton automaton = new RegExp(expression).toAutomaton(false);
        number(automaton.getInitialState());
        automaton.getStates().forEach(this::number);
        numbers.forEach((state, number) -> {
            accepting.set(number, state.isAccept());
            for (Transition edge : state.getTransitions()) {
                edges.get(number).add(new Edge(edge.getMin(), edge.getMax(), number(edge.getDest())));
            }
        });
    }

    private int number(State state) {
        Integer known = numbers.putIfAbsent(state, edges.size());
        if (known == null) {
            edges.add(new ArrayList<>());
        }
        return known == null ? edges.size() - 1 : known;
    }

    @Override
    public BitSet start() {
        BitSet start = new BitSet();
        start.set(0);
        return start;
    }

    @Override
    public Truth truth(BitSet states) {
        return Truth.of(states.intersects(accepting));
    }

    @Override
    public void edges(BitSet states, Edges<? super BitSet> found) {
        List<Edge> all = new ArrayList<>();
        states.stream().forEach(state -> all.addAll(edges.get(state)));
        int[] starts = all.stream()
                .flatMapToInt(edge -> IntStream.of(Math.max(edge.from(), FIRST), edge.to() + 1))
                .sorted()
                .distinct()
                .toArray();
        for (int i = 0; i + 1 < starts.length; i++) {
            BitSet reached = new BitSet();
            for (Edge edge : all) {
                if (edge.from() <= starts[i] && starts[i] <= edge.to()) {
                    reached.set(edge.target());
                }
            }
            if (!reached.isEmpty()) {
                found.add((char) starts[i], (char) (starts[i + 1] - 1), reached);
            }
        }
    }
}
