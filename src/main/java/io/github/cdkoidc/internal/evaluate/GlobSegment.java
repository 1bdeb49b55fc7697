package io.github.cdkoidc.internal.evaluate;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds a sequence of characters, some of which may be any. A bit for each beginning of the sequence says whether it ends at the
 * current character.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Bitap_algorithm">The bitap algorithm</a>
 */
final class GlobSegment {

    private static final int WORD = Long.SIZE;

    private final int length;
    private final long[] others;
    private final Map<Integer, long[]> places = new HashMap<>();

    GlobSegment(int[] pattern) {
        this.length = pattern.length;
        this.others = new long[(length + WORD - 1) / WORD];
        for (int i = 0; i < length; i++) {
            if (pattern[i] == Glob.ANY) {
                set(others, i);
            }
        }
        for (int i = 0; i < length; i++) {
            if (pattern[i] != Glob.ANY) {
                set(places.computeIfAbsent(pattern[i], c -> others.clone()), i);
            }
        }
    }

    private static void set(long[] bits, int i) {
        bits[i / WORD] |= 1L << (i % WORD);
    }

    /** Where the first occurrence between two places ends, or -1. */
    int endOfFirst(String text, int from, int to) {
        long[] begun = new long[others.length];
        long last = 1L << ((length - 1) % WORD);
        int at = from;
        while (at < to) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            step(begun, places.getOrDefault(c, others));
            if ((begun[begun.length - 1] & last) != 0) {
                return at <= to ? at : -1;
            }
        }
        return -1;
    }

    private static void step(long[] begun, long[] here) {
        long carried = 1;
        for (int word = 0; word < begun.length; word++) {
            long next = begun[word] >>> (WORD - 1);
            begun[word] = ((begun[word] << 1) | carried) & here[word];
            carried = next;
        }
    }
}
