package io.github.cdkoidc.internal.automata;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the smallest automaton that gives the same answers. A class of states is split while its states have different truths or lead to
 * different classes. After a split, only the states that lead to what was split off are compared again. This is not an optimization:
 * {@code PrefixSet.covers} and the search for owners and repositories compare states, so two equal states would add names to an answer that
 * make no difference.
 *
 * @see <a href="https://en.wikipedia.org/wiki/DFA_minimization">DFA minimization</a>
 */
final class Minimization implements TransitionGraph<Integer> {

    private final Dfa dfa;
    private final Predecessors predecessors;
    /** The class of each state; -1 if no text that belongs goes on from it. */
    private final int[] classOf;

    private final List<Set<Integer>> classes = new ArrayList<>();
    /** The states to be compared again, by class. */
    private final Map<Integer, Set<Integer>> changed = new LinkedHashMap<>();

    private Minimization(Dfa dfa) {
        this.dfa = dfa;
        this.predecessors = new Predecessors(dfa);
        this.classOf = new int[dfa.size()];
        Arrays.fill(classOf, Dfa.DEAD);
        // Equal states are equally far from the end of a text that belongs: this separates most of them at once.
        for (int[] level : predecessors.leadingTo(state -> dfa.truth(state) != Ternary.FALSE)) {
            Set<Integer> states = new LinkedHashSet<>();
            Arrays.stream(level).forEach(states::add);
            changed.put(classes.size(), new LinkedHashSet<>(states));
            add(states);
        }
    }

    static Dfa minimize(Dfa dfa) {
        Minimization minimization = new Minimization(dfa);
        if (minimization.start() < 0) {
            return Dfa.NOTHING;
        }
        while (!minimization.changed.isEmpty()) {
            int next = minimization.changed.keySet().iterator().next();
            minimization.refine(next, minimization.changed.remove(next));
        }
        return DfaBuilder.all(minimization, new AutomatonBudget(dfa.edges()));
    }

    private void add(Set<Integer> states) {
        states.forEach(state -> classOf[state] = classes.size());
        classes.add(states);
    }

    /** Splits a class, of which only these states can differ from the others. The largest group keeps the number of the class. */
    private void refine(int ofClass, Set<Integer> compared) {
        Set<Integer> members = classes.get(ofClass);
        if (members.size() == 1) {
            return;
        }
        Map<IntBuffer, Set<Integer>> groups = new LinkedHashMap<>();
        for (int state : compared) {
            groups.computeIfAbsent(signature(state), signature -> new LinkedHashSet<>())
                    .add(state);
        }
        members.removeAll(compared);
        if (!members.isEmpty()) {
            IntBuffer same = signature(members.iterator().next());
            members.addAll(groups.getOrDefault(same, Set.of()));
            groups.put(same, members);
        }
        Set<Integer> largest = Collections.max(groups.values(), Comparator.comparingInt(Set::size));
        classes.set(ofClass, largest);
        List<Set<Integer>> moved =
                groups.values().stream().filter(group -> group != largest).toList();
        moved.forEach(this::add);
        moved.forEach(group -> group.forEach(state -> predecessors.of(state, this::change)));
    }

    private void change(int state) {
        int own = classOf[state];
        if (own >= 0) {
            changed.computeIfAbsent(own, unseen -> new LinkedHashSet<>()).add(state);
        }
    }

    /** What tells a state from others: its truth, and the class that each character leads to. */
    private IntBuffer signature(int state) {
        int[] signature = new int[1 + 3 * (dfa.end(state) - dfa.first(state))];
        signature[0] = dfa.truth(state).compareTo(Ternary.FALSE);
        int length = 1;
        for (int edge = dfa.first(state); edge < dfa.end(state); edge++) {
            int target = classOf[dfa.target(edge)];
            if (target < 0) {
                continue;
            }
            boolean joins =
                    length > 1 && signature[length - 1] == target && signature[length - 2] + 1 == dfa.from(edge);
            if (!joins) {
                signature[length++] = dfa.from(edge);
                length += 2;
            }
            signature[length - 2] = dfa.to(edge);
            signature[length - 1] = target;
        }
        return IntBuffer.wrap(signature, 0, length);
    }

    private int member(int ofClass) {
        return classes.get(ofClass).iterator().next();
    }

    @Override
    public Integer start() {
        return classOf[0];
    }

    @Override
    public Ternary truth(Integer ofClass) {
        return dfa.truth(member(ofClass));
    }

    @Override
    public void edges(Integer ofClass, Edges<? super Integer> edges) {
        int state = member(ofClass);
        for (int edge = dfa.first(state); edge < dfa.end(state); edge++) {
            int target = classOf[dfa.target(edge)];
            if (target >= 0) {
                edges.add(dfa.from(edge), dfa.to(edge), target);
            }
        }
    }
}
