package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaims;
import java.util.List;
import java.util.Optional;

/** Who gets in that nobody has named. Every answer is a token that the evaluator lets in. */
interface Admitted {

    /** A run of an owner that the policy does not write out, whatever the owner is called. */
    Optional<GitHubClaims> anyOwner();

    /** A run of an owner that the policy does not write out. */
    Optional<GitHubClaims> otherOwner();

    /** A run of an owner that the policy writes out, and of a repository that it does not, whatever that is called. */
    Optional<GitHubClaims> anyRepository();

    /** A run of an owner that the policy writes out, and of a repository that it does not. */
    Optional<GitHubClaims> otherRepository();

    /** A run of a repository that says of itself what it wants, by a customised {@code sub}. */
    Optional<GitHubClaims> chosenSubject();

    /** The repositories that the policy writes out, as far as runs of theirs get in. */
    List<Runs> repositories();

    /** A token for an audience that the policy does not write out. */
    Optional<GitHubClaims> otherAudience();

    /** A job of a version of a workflow file that the policy does not write out. */
    Optional<GitHubClaims> otherWorkflowVersion();

    /**
     * Runs of one repository that get in.
     *
     * @param fullName owner and name
     * @param otherBranch of a branch that the policy does not write out
     * @param otherTag of a tag that the policy does not write out
     * @param otherEnvironment of an environment that the policy does not write out
     * @param pullRequest of a pull request
     * @param branch of a branch that the policy writes out
     * @param environment of an environment
     * @param successor of whoever takes over the names, with other numbers
     * @param classic in the classic spelling
     * @param immutable in the immutable spelling
     */
    record Runs(
            String fullName,
            Optional<GitHubClaims> otherBranch,
            Optional<GitHubClaims> otherTag,
            Optional<GitHubClaims> otherEnvironment,
            Optional<GitHubClaims> pullRequest,
            Optional<GitHubClaims> branch,
            Optional<GitHubClaims> environment,
            Optional<GitHubClaims> successor,
            Optional<GitHubClaims> classic,
            Optional<GitHubClaims> immutable) {

        /** Whether every kind of run gets in. */
        boolean isAny() {
            return otherBranch.isPresent()
                    && otherTag.isPresent()
                    && otherEnvironment.isPresent()
                    && pullRequest.isPresent();
        }
    }
}
