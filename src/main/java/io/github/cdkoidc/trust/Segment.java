package io.github.cdkoidc.trust;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a {@link TokenWord}, in order: what a token says, each thing once. The order is that of {@code sub}, so that a
 * condition on {@code sub} reads a word from left to right.
 */
enum Segment {
    /** Who minted the token: one character for each issuer. */
    ISSUER,
    /** How {@code sub} is written: one character of {@link Spelling}. */
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

    private static final Map<Segment, Segment> NEXT = new EnumMap<>(Segment.class);

    static {
        Segment latest = ISSUER;
        for (Segment segment : values()) {
            NEXT.put(latest, segment);
            latest = segment;
        }
        NEXT.remove(latest);
    }

    /** The segment behind this one; nothing behind the last. */
    @Nullable
    Segment next() {
        return NEXT.get(this);
    }

    /** The most characters that GitHub takes. */
    int longest() {
        return switch (this) {
            case OWNER -> 39;
            case REPOSITORY -> 100;
            case ENVIRONMENT -> 255;
            default -> Integer.MAX_VALUE;
        };
    }
}
