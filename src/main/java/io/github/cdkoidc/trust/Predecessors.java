package io.github.cdkoidc.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** From where each state of an automaton is reached. */
final class Predecessors {

    private final Dfa dfa;
    private final int[] first;
    private final int[] source;

    Predecessors(Dfa dfa) {
        this.dfa = dfa;
        this.first = new int[dfa.size() + 2];
        this.source = new int[dfa.edges()];
        for (int edge = 0; edge < dfa.edges(); edge++) {
            first[dfa.target(edge) + 2]++;
        }
        for (int state = 2; state < first.length; state++) {
            first[state] += first[state - 1];
        }
        for (int state = 0; state < dfa.size(); state++) {
            for (int edge = dfa.first(state); edge < dfa.end(state); edge++) {
                source[first[dfa.target(edge) + 1]++] = state;
            }
        }
    }

    /** Tells every state with an edge to a state, once for each such edge. */
    void of(int state, IntConsumer consumer) {
        for (int i = first[state]; i < first[state + 1]; i++) {
            consumer.accept(source[i]);
        }
    }

    /**
     * The states that lead to one that is wanted.
     *
     * @param wanted what is wanted
     * @return those that are wanted, those that lead there in one step, in two steps and so on; each in the first that it is of
     */
    List<int[]> leadingTo(IntPredicate wanted) {
        List<int[]> levels = new ArrayList<>();
        BitSet known = new BitSet(dfa.size());
        int[] level = IntStream.range(0, dfa.size()).filter(wanted).toArray();
        Arrays.stream(level).forEach(known::set);
        while (level.length > 0) {
            levels.add(level);
            IntStream.Builder next = IntStream.builder();
            for (int state : level) {
                of(state, before -> {
                    if (!known.get(before)) {
                        known.set(before);
                        next.add(before);
                    }
                });
            }
            level = next.build().toArray();
        }
        return levels;
    }
}
