package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.tokens.SubjectEncoding;
import java.util.Optional;
import java.util.stream.Stream;

/** The beginnings of the tokens of one repository, of any repository of an owner, or of any repository, up to the context. */
final class AdmissionBuilder {

    private final String owner;
    private final String repository;
    private PrefixSet walk;
    private PrefixSet walkByNamesAlone;
    private boolean classic;
    private boolean immutable;

    /** A group without tokens. {@code nowhere} has no beginnings. */
    AdmissionBuilder(String owner, String repository, PrefixSet nowhere) {
        this.owner = owner;
        this.repository = repository;
        this.walk = nowhere;
        this.walkByNamesAlone = nowhere;
    }

    /** Adds tokens. They are admitted {@code byNamesAlone} if their numbers can be any. */
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
                owner, repository, classic, immutable, branches, tags, environments, pullRequests, example, successor);
    }

    PrefixSet walk() {
        return walk;
    }

    /** The beginnings whose numbers can be any. */
    PrefixSet walkByNamesAlone() {
        return walkByNamesAlone;
    }

    /** Whether owner and repository are both known by their names. */
    boolean isNamed() {
        return Stream.of(owner, repository)
                .noneMatch(name -> name.startsWith(Admission.ANY) || name.startsWith(Admission.NUMBER));
    }
}
