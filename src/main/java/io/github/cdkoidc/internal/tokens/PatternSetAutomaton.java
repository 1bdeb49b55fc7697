package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.internal.automata.CaseFolding;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.automata.TransitionGraph;
import io.github.cdkoidc.internal.evaluate.Glob;
import io.github.cdkoidc.internal.evaluate.ValuePattern;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which texts match any of some patterns. A state is the set of places in the patterns that a text can lead to. Once a star is reached,
 * the places before it in the same pattern add nothing and are dropped.
 */
public final class PatternSetAutomaton implements TransitionGraph<IntBuffer> {

    private static final char LAST = Character.MAX_VALUE;
    /** How many places cost as much as one edge. */
    private static final int PLACES_OF_ONE_EDGE = 8;
    /** At the end of a pattern, which waits for no character. */
    private static final int END = Integer.MAX_VALUE;

    private final List<ValuePattern> patterns;
    private final int[] first;

    public PatternSetAutomaton(List<ValuePattern> patterns) {
        this.patterns = patterns;
        this.first = new int[patterns.size() + 1];
        for (int i = 0; i < patterns.size(); i++) {
            first[i + 1] = first[i] + patterns.get(i).length() + 1;
        }
    }

    @Override
    public IntBuffer start() {
        Places places = new Places();
        for (int i = 0; i < patterns.size(); i++) {
            places.add(i, 0);
        }
        return places.toSet();
    }

    /** Each place of a state is looked at for each edge. */
    @Override
    public int weight(IntBuffer state) {
        return 1 + state.capacity() / PLACES_OF_ONE_EDGE;
    }

    @Override
    public Ternary truth(IntBuffer state) {
        Ternary truth = Ternary.FALSE;
        for (int place : state.array()) {
            int pattern = patternOf(place);
            if (place == first[pattern + 1] - 1) {
                truth = truth.or(patterns.get(pattern).isKnown() ? Ternary.TRUE : Ternary.UNKNOWN);
            }
        }
        return truth;
    }

    private int patternOf(int place) {
        int found = Arrays.binarySearch(first, place);
        return found >= 0 ? found : -found - 2;
    }

    @Override
    public void edges(IntBuffer state, Edges<? super IntBuffer> edges) {
        int[] set = state.array();
        IntBuffer rest = after(set, -1);
        int from = 0;
        for (char c : literals(set)) {
            if (from < c) {
                edges.add((char) from, (char) (c - 1), rest);
            }
            edges.add(c, c, after(set, c));
            from = c + 1;
        }
        if (from <= LAST) {
            edges.add((char) from, LAST, rest);
        }
    }

    /** The characters that some place waits for. */
    private Set<Character> literals(int[] set) {
        Set<Character> literals = new TreeSet<>();
        for (int place : set) {
            int pattern = patternOf(place);
            int wanted = wanted(pattern, place);
            if (wanted >= 0 && wanted <= LAST) {
                literals.add((char) wanted);
                if (patterns.get(pattern).ignoresCase()) {
                    literals.addAll(CaseFolding.sameAs((char) wanted));
                }
            }
        }
        return literals;
    }

    /** What a place waits for; {@link #END} at the end of the pattern. */
    private int wanted(int pattern, int place) {
        int at = place - first[pattern];
        return at == patterns.get(pattern).length()
                ? END
                : patterns.get(pattern).at(at);
    }

    /** The places after a character, or after one that no place waits for. */
    private IntBuffer after(int[] set, int character) {
        Places places = new Places();
        for (int place : set) {
            int pattern = patternOf(place);
            int wanted = wanted(pattern, place);
            boolean same = wanted == character
                    || (patterns.get(pattern).ignoresCase() && wanted >= 0 && CaseFolding.areSame(wanted, character));
            if (wanted == Glob.STAR) {
                places.add(pattern, place - first[pattern]);
            } else if (wanted == Glob.ANY || same) {
                places.add(pattern, place - first[pattern] + 1);
            }
        }
        return places.toSet();
    }

    /** Places in the patterns, in order. They are added in order too, except those after a star, which may be there already. */
    private final class Places {

        private int[] places = new int[8];
        private int count;
        private int started;
        private int latest = -1;
        private int universal = -1;

        /** Adds a place, and the places after its stars, because a star can match nothing. */
        void add(int pattern, int at) {
            if (pattern != latest) {
                latest = pattern;
                started = count;
            }
            int place = first[pattern] + at;
            if (count > started && place <= places[count - 1]) {
                return;
            }
            push(place);
            ValuePattern own = patterns.get(pattern);
            int end = first[pattern] + own.length();
            while (place < end && own.at(place - first[pattern]) == Glob.STAR) {
                // What follows from the places before a star also follows from the star.
                count = started;
                push(place);
                push(++place);
            }
            if (place == end && own.length() > at && own.isKnown()) {
                universal = place;
            }
        }

        private void push(int place) {
            if (count == places.length) {
                places = Arrays.copyOf(places, 2 * count);
            }
            places[count++] = place;
        }

        /** The places; only those of one pattern if it matches every text that goes on. */
        IntBuffer toSet() {
            return universal >= 0
                    ? IntBuffer.wrap(new int[] {universal - 1, universal})
                    : IntBuffer.wrap(Arrays.copyOf(places, count));
        }
    }
}
