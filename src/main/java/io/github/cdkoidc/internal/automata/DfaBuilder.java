package io.github.cdkoidc.internal.automata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes an automaton of a machine, with the states that the start leads to and no others. */
public final class DfaBuilder<S> implements TransitionGraph.Edges<S> {

    private final TransitionGraph<S> machine;
    private final AutomatonBudget budget;
    private final Map<S, Integer> numbers = new HashMap<>();
    private final List<S> states = new ArrayList<>();
    private final List<Ternary> truths = new ArrayList<>();
    private int[] first = new int[64];
    private char[] from = new char[256];
    private char[] to = new char[256];
    private int[] target = new int[256];
    private int edges;
    private int weight = 1;

    private DfaBuilder(TransitionGraph<S> machine, AutomatonBudget budget) {
        this.machine = machine;
        this.budget = budget;
    }

    /** The smallest automaton with a machine's answers. Throws if the machine has more edges than the budget has left. */
    public static <S> Dfa explore(TransitionGraph<S> machine, AutomatonBudget budget) {
        return Minimization.minimize(all(machine, budget));
    }

    /** The automaton with a state for each state of a machine that the start leads to. */
    static <S> Dfa all(TransitionGraph<S> machine, AutomatonBudget budget) {
        return new DfaBuilder<>(machine, budget).all();
    }

    private Dfa all() {
        number(machine.start());
        while (truths.size() < states.size()) {
            S state = states.get(truths.size());
            begin();
            truths.add(machine.truth(state));
            weight = machine.weight(state);
            machine.edges(state, this);
        }
        begin();
        return new Dfa(
                truths.toArray(Ternary[]::new),
                Arrays.copyOf(first, truths.size() + 1),
                Arrays.copyOf(from, edges),
                Arrays.copyOf(to, edges),
                Arrays.copyOf(target, edges));
    }

    private int number(S state) {
        Integer known = numbers.putIfAbsent(state, states.size());
        if (known == null) {
            states.add(state);
        }
        return known == null ? states.size() - 1 : known;
    }

    /** Says where the edges of the next state are. */
    private void begin() {
        if (truths.size() == first.length) {
            first = Arrays.copyOf(first, 2 * first.length);
        }
        first[truths.size()] = edges;
    }

    @Override
    public void add(char firstCharacter, char lastCharacter, S state) {
        budget.spend(weight);
        int number = number(state);
        int own = first[truths.size() - 1];
        if (edges > own && target[edges - 1] == number && to[edges - 1] + 1 == firstCharacter) {
            to[edges - 1] = lastCharacter;
            return;
        }
        if (edges == target.length) {
            from = Arrays.copyOf(from, 2 * edges);
            to = Arrays.copyOf(to, 2 * edges);
            target = Arrays.copyOf(target, 2 * edges);
        }
        from[edges] = firstCharacter;
        to[edges] = lastCharacter;
        target[edges] = number;
        edges++;
    }
}
