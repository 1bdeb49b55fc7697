package io.github.cdkoidc.internal.automata;

/**
 * How much work automata may take before a question is too large, counted in edges. The automata of some patterns, such as {@code
 * *a????????????????????}, double with each character.
 */
public final class AutomatonBudget {

    /** Enough for a policy of IAM's largest size with a wildcard in each value; a fraction of a second's work. */
    public static final int EDGES = 400_000;

    /** What all questions about one policy may take together: about a second's work. */
    public static final int OF_POLICY = 1_000_000;

    private final int limit;
    private final AutomatonBudget whole;
    private int left;

    public AutomatonBudget(int limit) {
        this.limit = limit;
        this.left = limit;
        this.whole = this;
    }

    private AutomatonBudget(int limit, AutomatonBudget whole) {
        this.limit = limit;
        this.left = limit;
        this.whole = whole;
    }

    /** The budget of one question, which is taken from this one as well. */
    public AutomatonBudget forOneQuestion() {
        return new AutomatonBudget(EDGES, this);
    }

    /** Counts an edge that takes the work of some. */
    void spend(int edges) {
        left -= edges;
        if (whole != this) {
            whole.left -= edges;
        }
        if (left < 0 || whole.left < 0) {
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
