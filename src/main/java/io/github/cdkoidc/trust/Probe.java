package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubClaimsBuilder;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A run that a policy is asked about.
 *
 * @param issuer who mints its token
 * @param owner the owner's name
 * @param ownerId the owner's number
 * @param repository the repository's name
 * @param repositoryId the repository's number
 * @param classic whether {@code sub} has the classic spelling
 * @param context {@code ref:refs/heads/NAME}, {@code ref:refs/tags/NAME}, {@code pull_request}, or {@code environment:NAME} with the
 *     name as it is
 * @param more other claims
 */
record Probe(
        GitHubIssuer issuer,
        String owner,
        long ownerId,
        String repository,
        long repositoryId,
        boolean classic,
        String context,
        Map<String, String> more) {

    private static final String BRANCH = "ref:refs/heads/";
    private static final String TAG = "ref:refs/tags/";
    private static final String ENVIRONMENT = "environment:";

    Probe {
        more = Map.copyOf(more);
    }

    Probe of(String otherOwner, long otherOwnerId, String otherRepository, long otherRepositoryId) {
        return new Probe(issuer, otherOwner, otherOwnerId, otherRepository, otherRepositoryId, classic, context, more);
    }

    Probe inContext(String other) {
        return new Probe(issuer, owner, ownerId, repository, repositoryId, classic, other, more);
    }

    Probe spelled(boolean inClassic) {
        return new Probe(issuer, owner, ownerId, repository, repositoryId, inClassic, context, more);
    }

    Probe with(String claim, String value) {
        Map<String, String> changed = new TreeMap<>(more);
        changed.put(claim, value);
        return new Probe(issuer, owner, ownerId, repository, repositoryId, classic, context, changed);
    }

    boolean isOfBranch() {
        return context.startsWith(BRANCH);
    }

    boolean isOfTag() {
        return context.startsWith(TAG);
    }

    boolean isOfEnvironment() {
        return context.startsWith(ENVIRONMENT);
    }

    boolean isOfPullRequest() {
        return context.equals("pull_request");
    }

    /** The token, if GitHub can mint it. */
    Optional<GitHubClaims> claims() {
        try {
            GitHubClaimsBuilder claims = GitHubClaims.of(
                            GitHubRepository.of(owner, repository).withIds(ownerId, repositoryId))
                    .issuer(issuer)
                    .claim("actor", "octocat")
                    .claim("workflow", "CI");
            if (classic) {
                claims.classicSubject();
            }
            more.forEach(claims::claim);
            return inContext(claims) ? Optional.of(claims.build()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Says of the token what run it is of, if there are such runs. */
    private boolean inContext(GitHubClaimsBuilder claims) {
        if (isOfBranch()) {
            claims.branch(context.substring(BRANCH.length()));
        } else if (isOfTag()) {
            claims.tag(context.substring(TAG.length()));
        } else if (isOfPullRequest()) {
            claims.pullRequest(1);
        } else if (isOfEnvironment()) {
            claims.environment(context.substring(ENVIRONMENT.length()));
            if (!more.containsKey("ref")) {
                claims.branch("main");
            }
        } else {
            return false;
        }
        claims.claim(
                "job_workflow_ref",
                more.getOrDefault(
                        "job_workflow_ref", owner + "/" + repository + "/.github/workflows/ci.yml@refs/heads/main"));
        return true;
    }
}
