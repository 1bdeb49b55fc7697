package io.github.cdkoidc.internal.evaluate;

import io.github.cdkoidc.internal.automata.CaseFolding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of code points, in which {@link #STAR} matches any characters and {@link #ANY} one. Matching reads the text once: what is
 * between two stars is matched where it first occurs, which leaves the most for the rest, so nothing is tried twice.
 */
public final class Glob {

    /** Matches any number of characters. */
    public static final int STAR = -1;

    /** Matches one character. */
    public static final int ANY = -2;

    private final int[] head;
    private final @Nullable String literalHead;
    private final boolean open;
    private final List<GlobSegment> middle = new ArrayList<>();
    private final int[] tail;
    private final boolean folded;

    private Glob(int[] pattern, boolean folded) {
        this.folded = folded;
        int first = indexOfStar(pattern, 0);
        this.open = first < pattern.length;
        this.head = Arrays.copyOf(pattern, first);
        this.literalHead = Arrays.stream(head).anyMatch(c -> c == ANY) ? null : new String(head, 0, head.length);
        int start = first;
        while (start < pattern.length) {
            int end = indexOfStar(pattern, start + 1);
            if (end == pattern.length) {
                break;
            }
            if (end > start + 1) {
                middle.add(new GlobSegment(Arrays.copyOfRange(pattern, start + 1, end)));
            }
            start = end;
        }
        this.tail = open ? Arrays.copyOfRange(pattern, start + 1, pattern.length) : new int[0];
    }

    private static int indexOfStar(int[] pattern, int from) {
        int i = from;
        while (i < pattern.length && pattern[i] != STAR) {
            i++;
        }
        return i;
    }

    /** A pattern of code points, {@link #STAR} and {@link #ANY}. */
    public static Glob of(int[] pattern, boolean ignoreCase) {
        IntUnaryOperator own = c -> c < 0 || !ignoreCase ? c : CaseFolding.fold(c);
        return new Glob(Arrays.stream(pattern).map(own).toArray(), ignoreCase);
    }

    /** Whether the whole of a text matches. */
    public boolean matches(String given) {
        String text = folded ? folded(given) : given;
        int position = headEnd(text);
        if (!open || position < 0) {
            return position == text.length();
        }
        int end = tailStart(text);
        for (GlobSegment segment : middle) {
            if (end < position || position < 0) {
                return false;
            }
            position = segment.endOfFirst(text, position, end);
        }
        return position >= 0 && end >= position;
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().map(CaseFolding::fold).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** Where the text after the head starts, or -1. */
    private int headEnd(String text) {
        if (literalHead != null) {
            return text.startsWith(literalHead) ? literalHead.length() : -1;
        }
        int at = 0;
        for (int wanted : head) {
            if (at == text.length()) {
                return -1;
            }
            int c = text.codePointAt(at);
            if (c != wanted && wanted != ANY) {
                return -1;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    /** Where the tail starts, or -1. */
    private int tailStart(String text) {
        int at = text.length();
        for (int i = tail.length - 1; i >= 0; i--) {
            if (at == 0) {
                return -1;
            }
            int c = text.codePointBefore(at);
            if (c != tail[i] && tail[i] != ANY) {
                return -1;
            }
            at -= Character.charCount(c);
        }
        return at;
    }
}
