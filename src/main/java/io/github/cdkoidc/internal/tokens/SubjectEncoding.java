package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.TenantKey;
import org.jspecify.annotations.Nullable;

/**
 * How {@code sub} names its repository. The first two are GitHub's defaults, and the context follows. The others are of customised
 * templates ({@link io.github.cdkoidc.claims.SubjectTemplate}), in which keys and values can come before and after.
 */
public enum SubjectEncoding {
    /** {@code repo:OWNER/NAME}. */
    CLASSIC('C', SubjectFormat.REPOSITORY, null, SubjectFormat.SLASH, null),
    /** {@code repo:OWNER@ID/NAME@ID}. */
    IMMUTABLE('I', SubjectFormat.REPOSITORY, SubjectFormat.ID, SubjectFormat.SLASH, SubjectFormat.ID),
    /** {@code repo:OWNER/NAME} in a customised template. */
    CUSTOM_CLASSIC('c', SubjectFormat.REPOSITORY, null, SubjectFormat.SLASH, null),
    /** {@code repo:OWNER@ID/NAME@ID} in a customised template. */
    CUSTOM_IMMUTABLE('i', SubjectFormat.REPOSITORY, SubjectFormat.ID, SubjectFormat.SLASH, SubjectFormat.ID),
    /** {@code repository_owner:OWNER}. */
    OWNER('o', TenantKey.REPOSITORY_OWNER.lead(), null, null, null),
    /** {@code repository_owner_id:ID}. */
    OWNER_ID('d', null, TenantKey.REPOSITORY_OWNER_ID.lead(), null, null),
    /** {@code repository_id:ID}. */
    REPOSITORY_ID('n', null, null, null, TenantKey.REPOSITORY_ID.lead()),
    /** Not at all: every repository can present the same {@code sub}. */
    NONE('x', null, null, null, null),
    /** In another way that is not modelled: by the enterprise, or by the workflow's file. */
    OTHER('y', null, null, null, null);

    private final char mark;
    private final @Nullable String owner;
    private final @Nullable String ownerId;
    private final @Nullable String repository;
    private final @Nullable String repositoryId;

    SubjectEncoding(
            char mark,
            @Nullable String owner,
            @Nullable String ownerId,
            @Nullable String repository,
            @Nullable String repositoryId) {
        this.mark = mark;
        this.owner = owner;
        this.ownerId = ownerId;
        this.repository = repository;
        this.repositoryId = repositoryId;
    }

    /** Its character in an encoded token. */
    public char mark() {
        return mark;
    }

    /** Whether it is of a customised template, in which the context has no field. */
    public boolean isCustomised() {
        return this != CLASSIC && this != IMMUTABLE;
    }

    /** The text before a field in {@code sub}; null if {@code sub} does not hold the field. */
    @Nullable
    String lead(TokenField field) {
        return switch (field) {
            case OWNER -> owner;
            case OWNER_ID -> ownerId;
            case REPOSITORY -> repository;
            case REPOSITORY_ID -> repositoryId;
            default -> null;
        };
    }
}
