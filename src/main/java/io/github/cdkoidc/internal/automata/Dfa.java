package io.github.cdkoidc.internal.automata;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * An immutable deterministic automaton. For each text it answers whether the text belongs: true, false or unknown. A text that leads
 * nowhere does not belong. The edges of a state are ranges of characters in order, none overlapping. State 0 is the start. What
 * {@link DfaBuilder} and {@link Product} make is minimal, and answers depend on that: two beginnings that the same texts can follow lead to
 * the same state. Only {@link #atMost}, {@link #inDoubt} and {@link #where} keep the states unchanged.
 */
public final class Dfa implements TransitionGraph<Integer> {

    /** No state: no text that starts like this belongs. */
    public static final int DEAD = -1;

    /** The automaton to which no text belongs. */
    public static final Dfa NOTHING =
            new Dfa(new Ternary[] {Ternary.FALSE}, new int[] {0, 0}, new char[0], new char[0], new int[0]);

    private final Ternary[] truths;
    private final int[] first;
    private final char[] from;
    private final char[] to;
    private final int[] target;
    private final Map<Ternary, ShortestSuffixes> completions = new ConcurrentHashMap<>();

    /** Uses the arrays without a copy. {@code first} has the number of each state's first edge, and the number of edges at its end. */
    Dfa(Ternary[] truths, int[] first, char[] from, char[] to, int[] target) {
        this.truths = truths;
        this.first = first;
        this.from = from;
        this.to = to;
        this.target = target;
    }

    /** An automaton with one answer for all texts that start with a character. */
    public static Dfa startingWith(char c, Ternary truth) {
        return new Dfa(
                new Ternary[] {Ternary.FALSE, truth},
                new int[] {0, 1, 2},
                new char[] {c, 0},
                new char[] {c, Character.MAX_VALUE},
                new int[] {1, 1});
    }

    int size() {
        return truths.length;
    }

    @Override
    public Integer start() {
        return 0;
    }

    @Override
    public Ternary truth(Integer state) {
        return state == DEAD ? Ternary.FALSE : truths[state];
    }

    @Override
    public void edges(Integer state, Edges<? super Integer> edges) {
        for (int edge = first[state]; edge < first[state + 1]; edge++) {
            edges.add(from[edge], to[edge], target[edge]);
        }
    }

    /** The number of a state's first edge. */
    public int first(int state) {
        return first[state];
    }

    /** The number after a state's last edge. */
    public int end(int state) {
        return first[state + 1];
    }

    public char from(int edge) {
        return from[edge];
    }

    public char to(int edge) {
        return to[edge];
    }

    public int target(int edge) {
        return target[edge];
    }

    int edges() {
        return target.length;
    }

    /** The same, with unknown raised to true. */
    public Dfa atMost() {
        return mapped(truth -> Ternary.of(truth != Ternary.FALSE));
    }

    /** The same, with true lowered to unknown. */
    public Dfa inDoubt() {
        return mapped(Ternary.UNKNOWN::and);
    }

    /** The texts with one answer. */
    public Dfa where(Ternary told) {
        return mapped(truth -> Ternary.of(truth == told));
    }

    private Dfa mapped(UnaryOperator<Ternary> answer) {
        return new Dfa(Arrays.stream(truths).map(answer).toArray(Ternary[]::new), first, from, to, target);
    }

    /** The best texts to a state with at least this answer. */
    public ShortestSuffixes completion(Ternary least) {
        return completions.computeIfAbsent(least, truth -> new ShortestSuffixes(this, truth));
    }

    /** Where a character leads. */
    public int step(int state, char c) {
        if (state != DEAD) {
            for (int edge = first[state]; edge < first[state + 1] && from[edge] <= c; edge++) {
                if (c <= to[edge]) {
                    return target[edge];
                }
            }
        }
        return DEAD;
    }

    /** Where a text leads. */
    public int run(int state, String text) {
        int at = state;
        for (int i = 0; i < text.length() && at != DEAD; i++) {
            at = step(at, text.charAt(i));
        }
        return at;
    }

    /** Whether a text belongs. */
    public Ternary truthOf(String text) {
        return truth(run(0, text));
    }

    /** Whether no text belongs, or could. */
    public boolean isNothing() {
        return Arrays.stream(truths).allMatch(truth -> truth == Ternary.FALSE);
    }
}
