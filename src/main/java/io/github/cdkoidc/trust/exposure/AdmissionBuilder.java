package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.tokens.SubjectEncoding;
import java.util.Optional;

/** The tokens of one repository, or of any of an owner's, or of any at all, up to where they speak of the run. */
final class AdmissionBuilder {

    private final String owner;
    private final String repository;
    private PrefixSet walk;
    private PrefixSet walkByNamesAlone;
    private boolean classic;
    private boolean immutable;

    /**
     * A group without tokens.
     *
     * @param owner see {@link Admission#owner}
     * @param repository see {@link Admission#repository}
     * @param nowhere a walk without beginnings
     */
    AdmissionBuilder(String owner, String repository, PrefixSet nowhere) {
        this.owner = owner;
        this.repository = repository;
        this.walk = nowhere;
        this.walkByNamesAlone = nowhere;
    }

    /**
     * Adds tokens.
     *
     * @param spelling how their {@code sub} is written
     * @param more their beginnings
     * @param byNamesAlone whether their numbers can be any
     */
    void add(SubjectEncoding spelling, PrefixSet more, boolean byNamesAlone) {
        walk = walk.or(more);
        if (byNamesAlone) {
            walkByNamesAlone = walkByNamesAlone.or(more);
        }
        classic |= spelling == SubjectEncoding.CLASSIC || spelling == SubjectEncoding.CUSTOM_CLASSIC;
        immutable |= spelling == SubjectEncoding.IMMUTABLE || spelling == SubjectEncoding.CUSTOM_IMMUTABLE;
    }

    /** The group with its extents and examples. */
    Admission build(
            Extent branches,
            Extent tags,
            Extent environments,
            Extent pullRequests,
            Optional<GitHubClaims> example,
            Optional<GitHubClaims> successor) {
        return new Admission(
                owner,
                repository,
                classic,
                immutable,
                branches,
                tags,
                environments,
                pullRequests,
                example,
                successor);
    }

    PrefixSet walk() {
        return walk;
    }

    /** Those whose numbers can be any. */
    PrefixSet walkByNamesAlone() {
        return walkByNamesAlone;
    }

    /** Whether owner and repository are both known by their names. */
    boolean isNamed() {
        return !owner.startsWith(Admission.ANY)
                && !owner.startsWith(Admission.NUMBER)
                && !repository.startsWith(Admission.ANY)
                && !repository.startsWith(Admission.NUMBER);
    }
}
