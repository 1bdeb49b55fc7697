package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.claims.GitNames;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a {@link EncodedToken}, in order: what a token says, each thing once. The order is that of {@code sub}, so that a
 * condition on {@code sub} reads a word from left to right.
 */
public enum TokenField {
    /** Who minted the token: one character for each issuer. */
    ISSUER,
    /** How {@code sub} is written: one character of {@link SubjectEncoding}. */
    SPELLING,
    /** What a customised {@code sub} holds before what it says of the repository. */
    BEFORE,
    /** The owner's name. */
    OWNER,
    /** The owner's number. */
    OWNER_ID,
    /** The repository's name, without its owner. */
    REPOSITORY,
    /** The repository's number. */
    REPOSITORY_ID,
    /** What a customised {@code sub} holds behind what it says of the repository. */
    AFTER,
    /** What {@code sub} says of the run: one character of {@link Context}. */
    CONTEXT,
    /** The environment, or nothing. */
    ENVIRONMENT,
    /** The ref. */
    REF,
    /** The audience. */
    AUDIENCE,
    /** Who started the run. */
    ACTOR,
    /** The number of who started the run. */
    ACTOR_ID,
    /** The workflow's file. */
    JOB_WORKFLOW_REF,
    /** The workflow's name. */
    WORKFLOW,
    /** The number of the enterprise, or nothing. */
    ENTERPRISE_ID;

    private static final Map<TokenField, TokenField> NEXT = new EnumMap<>(TokenField.class);

    static {
        TokenField latest = ISSUER;
        for (TokenField segment : values()) {
            NEXT.put(latest, segment);
            latest = segment;
        }
        NEXT.remove(latest);
    }

    /** The segment behind this one; nothing behind the last. */
    @Nullable
    public TokenField next() {
        return NEXT.get(this);
    }

    /** The most characters that GitHub takes. */
    public int longest() {
        return switch (this) {
            case OWNER -> GitNames.LONGEST_OWNER;
            case REPOSITORY -> GitNames.LONGEST_REPOSITORY;
            case ENVIRONMENT -> GitNames.LONGEST_ENVIRONMENT;
            default -> Integer.MAX_VALUE;
        };
    }
}
