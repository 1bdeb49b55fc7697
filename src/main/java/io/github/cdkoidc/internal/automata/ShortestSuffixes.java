package io.github.cdkoidc.internal.automata;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** For each state of an automaton, the text with the least {@link WitnessCost} that leads from there to a text that belongs. */
public final class ShortestSuffixes {

    private static final long NEVER = Long.MAX_VALUE;

    private final Dfa dfa;
    private final long[] costs;
    private final char[] characters;
    private final int[] targets;

    private record Step(long cost, int state) {}

    /** The texts to the states with at least this answer. */
    ShortestSuffixes(Dfa dfa, Ternary least) {
        this.dfa = dfa;
        this.costs = new long[dfa.size()];
        this.characters = new char[dfa.size()];
        this.targets = new int[dfa.size()];
        Arrays.fill(costs, NEVER);
        Arrays.fill(targets, Dfa.DEAD);
        Predecessors predecessors = new Predecessors(dfa);
        PriorityQueue<Step> open =
                new PriorityQueue<>(Comparator.comparingLong(Step::cost).thenComparingInt(Step::state));
        for (int state = 0; state < dfa.size(); state++) {
            if (dfa.truth(state).compareTo(least) >= 0) {
                costs[state] = 0;
                open.add(new Step(0, state));
            }
        }
        for (Step step = open.poll(); step != null; step = open.poll()) {
            if (step.cost() == costs[step.state()]) {
                int target = step.state();
                predecessors.of(target, state -> relax(state, target, open));
            }
        }
    }

    /** Takes the way from a state to another if it costs less than the known one. */
    private void relax(int state, int target, PriorityQueue<Step> open) {
        for (int edge = dfa.first(state); edge < dfa.end(state); edge++) {
            if (dfa.target(edge) != target) {
                continue;
            }
            char best = WitnessCost.best(dfa.from(edge), dfa.to(edge));
            long cost = costs[target] + WitnessCost.cost(best);
            if (cost < costs[state]) {
                costs[state] = cost;
                characters[state] = best;
                targets[state] = target;
                open.add(new Step(cost, state));
            }
        }
    }

    /** The best text from a state; nothing if there is none. */
    @Nullable
    public String text(int state) {
        if (costs[state] == NEVER) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (int at = state; targets[at] != Dfa.DEAD; at = targets[at]) {
            text.append(characters[at]);
        }
        return text.toString();
    }
}
