package io.github.cdkoidc.internal.automata;

/**
 * How many edges of automata may be built before a question is too large. The automata of some patterns, such as {@code
 * *a????????????????????}, double with each character.
 */
public final class AutomatonBudget {

    /** Enough for a policy of IAM's largest size with a wildcard in each value; a fraction of a second's work. */
    public static final int EDGES = 400_000;

    private final int limit;
    private int left;

    public AutomatonBudget(int limit) {
        this.limit = limit;
        this.left = limit;
    }

    /** Counts one edge. */
    void spend() {
        if (left-- == 0) {
            throw new SpentException("wildcards combine in more than " + limit + " ways");
        }
    }

    /** The question is too large to be answered. */
    public static final class SpentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public SpentException(String message) {
            super(message, null, false, false);
        }
    }
}
