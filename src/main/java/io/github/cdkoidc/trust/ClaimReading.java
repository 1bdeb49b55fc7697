package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.GitHubClaim;
import org.jspecify.annotations.Nullable;

/**
 * How a claim is read off a {@link TokenWord}: for each segment, what is put before it and whether its characters are taken over. It
 * is what GitHub does when it writes the claim.
 *
 * @param claim the claim
 */
record ClaimReading(GitHubClaim claim) {

    /** What becomes of a segment's characters. */
    enum Copy {
        SKIPPED,
        COPIED,
        /** Taken over, {@code :} as {@code %3A}. */
        ESCAPED
    }

    /**
     * What becomes of a segment.
     *
     * @param lead what is put before it
     * @param copy what becomes of its characters
     */
    record Step(String lead, Copy copy) {}

    private static final Step SKIPPED = new Step("", Copy.SKIPPED);
    private static final Step COPIED = new Step("", Copy.COPIED);

    /** What becomes of a segment, in a word of that spelling and that context. */
    Step step(Segment segment, Spelling spelling, Context context) {
        return switch (claim) {
            case SUB -> sub(segment, spelling, context);
            case REPOSITORY ->
                segment == Segment.REPOSITORY ? new Step("/", Copy.COPIED) : copiedIf(segment == Segment.OWNER);
            default -> copiedIf(segment == last());
        };
    }

    private static Step copiedIf(boolean copied) {
        return copied ? COPIED : SKIPPED;
    }

    private static Step sub(Segment segment, Spelling spelling, Context context) {
        return switch (segment) {
            case BEFORE, AFTER -> COPIED;
            case OWNER, OWNER_ID, REPOSITORY, REPOSITORY_ID -> {
                String lead = spelling.lead(segment);
                yield lead == null ? SKIPPED : new Step(lead, Copy.COPIED);
            }
            case ENVIRONMENT -> spelling.isCustomised() ? SKIPPED : environment(context);
            case REF -> spelling.isCustomised() || context != Context.REF ? SKIPPED : new Step(":ref:", Copy.COPIED);
            default -> SKIPPED;
        };
    }

    private static Step environment(Context context) {
        return switch (context) {
            case ENVIRONMENT -> new Step(":environment:", Copy.ESCAPED);
            case PULL_REQUEST, PULL_REQUEST_OF_BRANCH -> new Step(":pull_request", Copy.SKIPPED);
            case REF -> SKIPPED;
        };
    }

    /** Whether tokens can be without the claim. */
    boolean isOptional() {
        return claim == GitHubClaim.ENVIRONMENT || claim == GitHubClaim.ENTERPRISE_ID;
    }

    /** The last segment that the claim depends on, in a word of that spelling and that context. */
    Segment last(Spelling spelling, Context context) {
        if (claim != GitHubClaim.SUB) {
            return last();
        }
        return spelling.isCustomised() ? Segment.AFTER : context == Context.REF ? Segment.REF : Segment.ENVIRONMENT;
    }

    /** The last segment that the claim can depend on. */
    Segment last() {
        return switch (claim) {
            case SUB, REF -> Segment.REF;
            case AUD -> Segment.AUDIENCE;
            case ACTOR -> Segment.ACTOR;
            case ACTOR_ID -> Segment.ACTOR_ID;
            case JOB_WORKFLOW_REF -> Segment.JOB_WORKFLOW_REF;
            case REPOSITORY -> Segment.REPOSITORY;
            case REPOSITORY_ID -> Segment.REPOSITORY_ID;
            case REPOSITORY_OWNER_ID -> Segment.OWNER_ID;
            case WORKFLOW -> Segment.WORKFLOW;
            case ENVIRONMENT -> Segment.ENVIRONMENT;
            case ENTERPRISE_ID -> Segment.ENTERPRISE_ID;
        };
    }

    /** The claim's value in a word; nothing if the token does not hold the claim. */
    @Nullable
    String read(TokenWord word) {
        String value = isComposed() ? composed(word) : word.get(last());
        return value.isEmpty() ? null : value;
    }

    private boolean isComposed() {
        return claim == GitHubClaim.SUB || claim == GitHubClaim.REPOSITORY;
    }

    private String composed(TokenWord word) {
        StringBuilder value = new StringBuilder();
        Spelling spelling = word.spelling();
        Context context = word.context();
        for (Segment segment : Segment.values()) {
            Step step = step(segment, spelling, context);
            value.append(step.lead());
            switch (step.copy()) {
                case SKIPPED -> {}
                case COPIED -> value.append(word.get(segment));
                case ESCAPED -> value.append(word.get(segment).replace(":", SubjectFormat.COLON));
            }
        }
        return value.toString();
    }
}
