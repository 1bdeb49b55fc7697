package io.github.cdkoidc.internal.tokens;

/**
 * What {@code sub} says of a run by default.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims">GitHub: example subject claims</a>
 */
public enum Context {
    /** The ref: the job names no environment, and no pull request started the run. */
    REF('r'),
    /** A pull request. */
    PULL_REQUEST('p'),
    /** The environment, whatever the ref. */
    ENVIRONMENT('e'),
    /** A pull request, and a branch in {@code ref}: {@code pull_request_target}, of which GitHub does not say what it presents. */
    PULL_REQUEST_OF_BRANCH('t');

    private final char mark;

    Context(char mark) {
        this.mark = mark;
    }

    /** How a word writes it. */
    public char mark() {
        return mark;
    }

    boolean isPullRequest() {
        return this == PULL_REQUEST || this == PULL_REQUEST_OF_BRANCH;
    }

    static Context of(char mark) {
        for (Context context : values()) {
            if (context.mark == mark) {
                return context;
            }
        }
        throw new IllegalArgumentException("'" + mark + "' marks no context");
    }
}
