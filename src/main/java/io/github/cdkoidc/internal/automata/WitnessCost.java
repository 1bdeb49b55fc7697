package io.github.cdkoidc.internal.automata;

/** Which texts make good examples: short ones first, and among these the ones with letters. */
public final class WitnessCost {

    private static final String BEST =
            "abcdefghijklmnopqrstuvwxyz0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ._/@:!#$%&'()+,;<=>[]^`{|}~\"\\*? ";

    /** The cost of one more character, higher than any difference between two characters. */
    private static final long ONE_MORE = 1_000;

    private static final long[] COSTS = new long[Byte.MAX_VALUE + 1];

    static {
        for (char c = 0; c < COSTS.length; c++) {
            int place = BEST.indexOf(c);
            COSTS[c] = ONE_MORE + (place < 0 ? ONE_MORE / 2 : place);
        }
    }

    private WitnessCost() {}

    /** The best character of a range. */
    public static char best(int from, int to) {
        if (from <= 'a' && 'z' <= to) {
            return 'a';
        }
        char best = (char) from;
        for (int c = from; c <= Math.min(to, COSTS.length - 1); c++) {
            if (cost((char) c) < cost(best)) {
                best = (char) c;
            }
        }
        return best;
    }

    /** What a character adds to the cost of a text. */
    public static long cost(char c) {
        return c < COSTS.length ? COSTS[c] : 2 * ONE_MORE;
    }
}
