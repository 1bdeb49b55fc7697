package io.github.cdkoidc.trust;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Beginnings of the words of an automaton: the states that they lead to, and for each state the best beginning that does, as {@link
 * Legible} has it. They go on segment by segment, with some text or with any but some.
 */
final class Walk {

    private static final Trie NO_TEXTS = new Trie(Set.of(), false);

    private final Dfa dfa;
    private final Map<Integer, Head> heads;

    private Walk(Dfa dfa, Map<Integer, Head> heads) {
        this.dfa = dfa;
        this.heads = heads;
    }

    static Walk start(Dfa dfa) {
        return dfa.isNothing() ? nowhere(dfa) : new Walk(dfa, Map.of(0, new Head("", 0)));
    }

    /** No beginnings. */
    static Walk nowhere(Dfa dfa) {
        return new Walk(dfa, Map.of());
    }

    /** Whether no word begins so. */
    boolean isEmpty() {
        return heads.isEmpty();
    }

    /** Whether whatever can follow the other's beginnings can follow one of these. */
    boolean covers(Walk other) {
        return heads.keySet().containsAll(other.heads.keySet());
    }

    /** The beginnings of both. */
    Walk or(Walk other) {
        Map<Integer, Head> both = new TreeMap<>(heads);
        other.heads.forEach((state, head) -> both.merge(state, head, Head::orBetter));
        return new Walk(dfa, both);
    }

    /** Goes on with a text. */
    Walk text(String text) {
        Map<Integer, Head> reached = new TreeMap<>();
        heads.forEach((state, head) -> {
            int target = dfa.run(state, text);
            if (target != Dfa.DEAD) {
                reached.merge(target, head.with(text), Head::orBetter);
            }
        });
        return new Walk(dfa, reached);
    }

    /** Goes on with one text for a segment, or for the rest of one. */
    Walk segment(Segment segment, String text) {
        return text.length() > segment.longest() ? nowhere(dfa) : text(text + Machine.END);
    }

    /** Goes on with any text for a segment. */
    Walk segment(Segment segment) {
        return segmentBut(segment, NO_TEXTS);
    }

    /** Goes on with any text for a segment, or for the rest of one, but some. */
    Walk segmentBut(Segment segment, Trie excluded) {
        Map<Integer, Head> reached = new TreeMap<>();
        heads.forEach((state, head) -> new SegmentSearch(dfa, excluded, segment.longest())
                .from(head, state, (found, target) -> reached.merge(target, found, Head::orBetter)));
        return new Walk(dfa, reached);
    }

    /** The best word that begins so; nothing if none does. */
    @Nullable
    TokenWord best(Completion completion) {
        Head best = null;
        for (Map.Entry<Integer, Head> head : heads.entrySet()) {
            String rest = completion.text(head.getKey());
            if (rest != null) {
                Head whole = head.getValue().with(rest);
                best = best == null ? whole : best.orBetter(whole);
            }
        }
        return best == null ? null : TokenWord.of(best.text());
    }
}
