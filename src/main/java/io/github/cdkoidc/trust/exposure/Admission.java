package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.claims.GitHubClaims;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs that a policy admits: of one repository, of any repository of one owner, or of any at all.
 *
 * @param owner the owner's name; {@code @123456} if the policy knows the owner by number alone, {@code *} if by nothing
 * @param repository the repository's name, without its owner; {@code @456789} if the policy knows it by number alone, {@code *} if by
 *     nothing
 * @param classic whether it admits {@code repo:OWNER/NAME:…}
 * @param immutable whether it admits {@code repo:OWNER@ID/NAME@ID:…}
 * @param branches the branches of runs that name no environment
 * @param tags the tags of runs that name no environment
 * @param environments the environments
 * @param pullRequests {@code pull_request}, for pull requests that name no environment, or none
 * @param example a token that is surely admitted, if there is one
 * @param successor a token that is admitted from a later owner of the same owner and repository names, with other numbers; empty
 *     unless both are known by name
 */
public record Admission(
        String owner,
        String repository,
        boolean classic,
        boolean immutable,
        Extent branches,
        Extent tags,
        Extent environments,
        Extent pullRequests,
        Optional<GitHubClaims> example,
        Optional<GitHubClaims> successor) {

    /** Written for any name. */
    static final String ANY = "*";

    /** Written before a number. */
    static final String NUMBER = "@";

    /**
     * Whether these are runs of one owner.
     *
     * @return false if runs of any owner are admitted
     */
    public boolean hasOneOwner() {
        return !owner.equals(ANY) || hasOneRepository();
    }

    /**
     * Whether these are runs of one repository.
     *
     * @return false if runs of any repository of the owner are admitted
     */
    public boolean hasOneRepository() {
        return !repository.equals(ANY) && (!owner.equals(ANY) || repository.startsWith(NUMBER));
    }

    /**
     * Owner and repository.
     *
     * @return for example {@code octo-org/octo-repo} or {@code octo-org/*}
     */
    public String fullName() {
        return owner + "/" + repository;
    }

    /** A token of each branch, tag and environment, and of the pull requests, where one is surely admitted. */
    public Stream<GitHubClaims> examples() {
        return Stream.of(branches, tags, environments, pullRequests).flatMap(Extent::examplesOfAll);
    }

    /** Whether runs of every kind are admitted under names that the policy does not write out, and pull requests too. */
    public boolean isAnyRun() {
        return branches.isUnbounded()
                && tags.isUnbounded()
                && environments.isUnbounded()
                && pullRequests.example().isPresent();
    }

    @Override
    public String toString() {
        return fullName() + ": branches " + branches + "; tags " + tags + "; environments " + environments
                + "; pull requests " + (pullRequests.names().isEmpty() ? pullRequests : "yes");
    }
}
