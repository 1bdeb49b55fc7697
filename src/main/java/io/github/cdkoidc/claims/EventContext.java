package io.github.cdkoidc.claims;

/**
 * What GitHub writes as the context of {@code sub} for the runs of an event whose job names no environment.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims">GitHub: example subject claims</a>
 */
public enum EventContext {
    /** The ref. */
    REF,
    /** The words {@code pull_request}. */
    PULL_REQUEST,
    /** The ref or {@code pull_request}: GitHub does not document which. */
    EITHER,
    /** Probably the ref: GitHub does not document it. */
    REF_PERHAPS;

    /**
     * The context of an event.
     *
     * @param event the {@code event_name} claim
     */
    public static EventContext of(String event) {
        return switch (event) {
            case "pull_request" -> PULL_REQUEST;
            case "pull_request_review", "pull_request_review_comment", "pull_request_target" -> EITHER;
            case "deployment", "deployment_status" -> REF_PERHAPS;
            default -> REF;
        };
    }

    /** Whether GitHub documents it. */
    public boolean isDocumented() {
        return this == REF || this == PULL_REQUEST;
    }
}
