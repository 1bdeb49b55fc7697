package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.SubjectFormat;
import org.jspecify.annotations.Nullable;

/** Reads a claim from an {@link EncodedToken}, as GitHub writes it. */
record ClaimDecoder(GitHubClaim claim) {

    /** What is done with a field's characters. */
    enum Copy {
        SKIPPED,
        COPIED,
        /** Copied, {@code :} as {@link SubjectFormat#COLON}. */
        ESCAPED
    }

    /** What is done with a field: the text before it, then its characters. */
    record Step(String lead, Copy copy) {}

    private static final Step SKIPPED = new Step("", Copy.SKIPPED);
    private static final Step COPIED = new Step("", Copy.COPIED);

    /** The step for a field, in a token of that encoding and that context. */
    Step step(TokenField field, SubjectEncoding spelling, Context context) {
        return switch (claim) {
            case SUB -> sub(field, spelling, context);
            case REPOSITORY ->
                field == TokenField.REPOSITORY
                        ? new Step(SubjectFormat.SLASH, Copy.COPIED)
                        : copiedIf(field == TokenField.OWNER);
            default -> copiedIf(field == last());
        };
    }

    private static Step copiedIf(boolean copied) {
        return copied ? COPIED : SKIPPED;
    }

    private static Step sub(TokenField field, SubjectEncoding spelling, Context context) {
        return switch (field) {
            case BEFORE, AFTER -> COPIED;
            case OWNER, OWNER_ID, REPOSITORY, REPOSITORY_ID -> {
                String lead = spelling.lead(field);
                yield lead == null ? SKIPPED : new Step(lead, Copy.COPIED);
            }
            case ENVIRONMENT -> spelling.isCustomised() ? SKIPPED : environment(context);
            case REF ->
                spelling.isCustomised() || context != Context.REF
                        ? SKIPPED
                        : new Step(SubjectFormat.SEPARATOR + SubjectFormat.REF, Copy.COPIED);
            default -> SKIPPED;
        };
    }

    private static Step environment(Context context) {
        return switch (context) {
            case ENVIRONMENT -> new Step(SubjectFormat.SEPARATOR + SubjectFormat.ENVIRONMENT, Copy.ESCAPED);
            case PULL_REQUEST, MERGED_PULL_REQUEST ->
                new Step(SubjectFormat.SEPARATOR + SubjectFormat.PULL_REQUEST, Copy.SKIPPED);
            case REF -> SKIPPED;
        };
    }

    /** Whether tokens can be without the claim. */
    boolean isOptional() {
        return claim == GitHubClaim.ENVIRONMENT || claim == GitHubClaim.ENTERPRISE_ID;
    }

    /** The last field that the claim depends on, in a token of that encoding and that context. */
    TokenField last(SubjectEncoding spelling, Context context) {
        if (claim != GitHubClaim.SUB) {
            return last();
        }
        return spelling.isCustomised()
                ? TokenField.AFTER
                : context == Context.REF ? TokenField.REF : TokenField.ENVIRONMENT;
    }

    /** The last field that the claim can depend on. */
    TokenField last() {
        return switch (claim) {
            case SUB, REF -> TokenField.REF;
            case AUD -> TokenField.AUDIENCE;
            case ACTOR -> TokenField.ACTOR;
            case ACTOR_ID -> TokenField.ACTOR_ID;
            case JOB_WORKFLOW_REF -> TokenField.JOB_WORKFLOW_REF;
            case REPOSITORY -> TokenField.REPOSITORY;
            case REPOSITORY_ID -> TokenField.REPOSITORY_ID;
            case REPOSITORY_OWNER_ID -> TokenField.OWNER_ID;
            case WORKFLOW -> TokenField.WORKFLOW;
            case ENVIRONMENT -> TokenField.ENVIRONMENT;
            case ENTERPRISE_ID -> TokenField.ENTERPRISE_ID;
        };
    }

    /** The claim's value; null if the token does not hold the claim. */
    @Nullable
    String read(EncodedToken word) {
        boolean isComposed = claim == GitHubClaim.SUB || claim == GitHubClaim.REPOSITORY;
        String value = isComposed ? composed(word) : word.get(last());
        return value.isEmpty() ? null : value;
    }

    private String composed(EncodedToken word) {
        StringBuilder value = new StringBuilder();
        SubjectEncoding spelling = word.spelling();
        Context context = word.context();
        for (TokenField field : TokenField.values()) {
            Step step = step(field, spelling, context);
            value.append(step.lead());
            switch (step.copy()) {
                case SKIPPED -> {}
                case COPIED -> value.append(word.get(field));
                case ESCAPED -> value.append(word.get(field).replace(SubjectFormat.SEPARATOR, SubjectFormat.COLON));
            }
        }
        return value.toString();
    }
}
