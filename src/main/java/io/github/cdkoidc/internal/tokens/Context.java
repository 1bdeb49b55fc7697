package io.github.cdkoidc.internal.tokens;

/** What {@code sub} says of a run by default, as in {@link io.github.cdkoidc.claims.SubjectContext}. */
public enum Context {
    /** The ref: the job names no environment, and no pull request started the run. */
    REF('r'),
    /** A pull request. */
    PULL_REQUEST('p'),
    /** The environment, whatever the ref. */
    ENVIRONMENT('e'),
    /** A pull request that a merge has closed: {@code ref} is the branch that it was merged into. */
    MERGED_PULL_REQUEST('m');

    private final char mark;

    Context(char mark) {
        this.mark = mark;
    }

    /** Its character in an encoded token. */
    public char mark() {
        return mark;
    }

    boolean isPullRequest() {
        return this == PULL_REQUEST || this == MERGED_PULL_REQUEST;
    }
}
