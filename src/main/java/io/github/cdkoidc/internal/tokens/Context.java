package io.github.cdkoidc.internal.tokens;

/** What {@code sub} says of a run by default, as in {@link io.github.cdkoidc.claims.SubjectContext}. */
public enum Context {
    /** The ref: the job names no environment, and no pull request started the run. */
    REF('r'),
    /** A pull request. */
    PULL_REQUEST('p'),
    /** The environment, whatever the ref. */
    ENVIRONMENT('e'),
    /** A pull request, and a branch in {@code ref}: {@code pull_request_target}, for which GitHub does not document {@code sub}. */
    PULL_REQUEST_OF_BRANCH('t');

    private final char mark;

    Context(char mark) {
        this.mark = mark;
    }

    /** Its character in an encoded token. */
    public char mark() {
        return mark;
    }

    boolean isPullRequest() {
        return this == PULL_REQUEST || this == PULL_REQUEST_OF_BRANCH;
    }
}
