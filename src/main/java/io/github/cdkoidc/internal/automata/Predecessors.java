package io.github.cdkoidc.internal.automata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** From which states each state of an automaton is reached. */
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

    /** Gives every state with an edge to a state, once for each such edge. */
    void of(int state, IntConsumer consumer) {
        for (int i = first[state]; i < first[state + 1]; i++) {
            consumer.accept(source[i]);
        }
    }

    /** The wanted states, those that lead there in one step at least, those in two, and so on. */
    List<int[]> leadingTo(IntPredicate wanted) {
        List<int[]> levels = new ArrayList<>();
        BitSet known = new BitSet(dfa.size());
        int[] found = new int[dfa.size()];
        int end = 0;
        for (int state = 0; state < dfa.size(); state++) {
            if (wanted.test(state)) {
                known.set(state);
                found[end++] = state;
            }
        }
        for (int start = 0; start < end; start += levels.get(levels.size() - 1).length) {
            int[] level = Arrays.copyOfRange(found, start, end);
            levels.add(level);
            for (int state : level) {
                for (int i = first[state]; i < first[state + 1]; i++) {
                    if (!known.get(source[i])) {
                        known.set(source[i]);
                        found[end++] = source[i];
                    }
                }
            }
        }
        return levels;
    }
}
