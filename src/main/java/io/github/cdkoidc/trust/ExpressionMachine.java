package io.github.cdkoidc.trust;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.RegExp;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The texts of a regular expression. A state is the set of states that a text can have come to, and so nothing grows beyond what a
 * budget allows. {@link Segment#END} is in no text.
 *
 * @param automaton what the expression says
 */
record ExpressionMachine(Automaton automaton) implements Machine<Set<State>> {

    private static final int FIRST = Segment.END + 1;

    static ExpressionMachine of(String expression) {
        return new ExpressionMachine(new RegExp(expression).toAutomaton(false));
    }

    @Override
    public Set<State> start() {
        return Set.of(automaton.getInitialState());
    }

    @Override
    public Truth truth(Set<State> states) {
        return Truth.of(states.stream().anyMatch(State::isAccept));
    }

    @Override
    public void edges(Set<State> states, Edges<? super Set<State>> edges) {
        List<Transition> all = new ArrayList<>();
        states.forEach(state -> all.addAll(state.getTransitions()));
        TreeSet<Integer> starts = new TreeSet<>(Set.of(FIRST));
        all.forEach(edge -> starts.addAll(List.of((int) edge.getMin(), edge.getMax() + 1)));
        for (int from : starts.tailSet(FIRST)) {
            Integer next = starts.higher(from);
            Set<State> reached = new HashSet<>();
            for (Transition edge : all) {
                if (edge.getMin() <= from && from <= edge.getMax()) {
                    reached.add(edge.getDest());
                }
            }
            if (next != null && !reached.isEmpty()) {
                edges.add((char) from, (char) (next - 1), reached);
            }
        }
    }
}
