package io.github.cdkoidc.internal.automata;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes an automaton the smallest that tells the same. A class of states is split as long as they tell different truths or
 * lead to different classes, and only those states are looked at again that lead to what was split off.
 *
 * <p>This is no optimization: {@code PrefixSet.covers} and the search for owners and repositories compare states, so two equal states
 * would add names to an answer that make no difference.
 *
 * @see <a href="https://en.wikipedia.org/wiki/DFA_minimization">DFA minimization</a>
 */
final class Minimization implements TransitionGraph<Integer> {

    private final Dfa dfa;
    private final Predecessors predecessors;
    private final Partition partition;

    private Minimization(Dfa dfa) {
        this.dfa = dfa;
        this.predecessors = new Predecessors(dfa);
        // States that tell the same are as far from where anything belongs: that tells most apart at once.
        this.partition = new Partition(predecessors.leadingTo(state -> dfa.truth(state) != Ternary.FALSE), dfa.size());
    }

    static Dfa minimize(Dfa dfa) {
        Minimization minimization = new Minimization(dfa);
        if (minimization.start() < 0) {
            return Dfa.NOTHING;
        }
        Partition partition = minimization.partition;
        for (int next = partition.nextInDoubt(); next >= 0; next = partition.nextInDoubt()) {
            minimization.refine(next);
        }
        return DfaBuilder.all(minimization, new AutomatonBudget(dfa.edges()));
    }

    private void refine(int ofClass) {
        int[] doubtful = partition.takeDoubtful(ofClass);
        if (partition.size(ofClass) == 1) {
            return;
        }
        Map<IntBuffer, List<Integer>> groups = new LinkedHashMap<>();
        int others = partition.size(ofClass) - doubtful.length;
        if (others > 0) {
            groups.put(signature(partition.member(ofClass, doubtful.length)), new ArrayList<>());
        }
        for (int state : doubtful) {
            groups.computeIfAbsent(signature(state), signature -> new ArrayList<>())
                    .add(state);
        }
        if (groups.size() > 1) {
            split(ofClass, new ArrayList<>(groups.values()), others);
        }
    }

    /**
     * Splits a class into groups. The largest stays what it is, so that fewest states have to be looked at again. The first group has
     * others besides, which were not in doubt.
     */
    private void split(int ofClass, List<List<Integer>> groups, int others) {
        int largest = 0;
        for (int group = 1; group < groups.size(); group++) {
            int known = largest == 0 ? others : 0;
            if (groups.get(group).size() > groups.get(largest).size() + known) {
                largest = group;
            }
        }
        if (largest > 0) {
            for (int state : partition.last(ofClass, others)) {
                groups.get(0).add(state);
            }
        }
        List<int[]> moved = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            if (group != largest) {
                moved.add(groups.get(group).stream().mapToInt(Integer::intValue).toArray());
            }
        }
        // Doubts are cast when all is moved: a class that is being split must hold none.
        moved.forEach(states -> partition.split(ofClass, states));
        for (int[] states : moved) {
            for (int state : states) {
                predecessors.of(state, partition::doubt);
            }
        }
    }

    /** What tells a state from others: its truth, and the class that each character leads to. */
    private IntBuffer signature(int state) {
        int[] signature = new int[1 + 3 * (dfa.end(state) - dfa.first(state))];
        signature[0] = dfa.truth(state).compareTo(Ternary.FALSE);
        int length = 1;
        for (int edge = dfa.first(state); edge < dfa.end(state); edge++) {
            int target = partition.classOf(dfa.target(edge));
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

    @Override
    public Integer start() {
        return partition.classOf(0);
    }

    @Override
    public Ternary truth(Integer ofClass) {
        return dfa.truth(partition.member(ofClass, 0));
    }

    @Override
    public void edges(Integer ofClass, Edges<? super Integer> edges) {
        int state = partition.member(ofClass, 0);
        for (int edge = dfa.first(state); edge < dfa.end(state); edge++) {
            int target = partition.classOf(dfa.target(edge));
            if (target >= 0) {
                edges.add(dfa.from(edge), dfa.to(edge), target);
            }
        }
    }
}
