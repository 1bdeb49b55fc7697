package io.github.cdkoidc.internal.tokens;

import java.util.stream.Stream;

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

    static Context of(char mark) {
        return Stream.of(values())
                .filter(context -> context.mark == mark)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + mark + "' marks no context"));
    }
}
