package io.github.cdkoidc;

import io.github.cdkoidc.claims.CdkToken;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.claims.RepositorySubject;
import io.github.cdkoidc.trust.GitHubTrust;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.IManagedPolicy;

/**
 * Something that may be meant, and should be answered: {@code Validations.of(role).acknowledge(…)} with the id and a reason.
 *
 * @param id stable, such as {@code github-oidc-role:anyRun}
 * @param message what was given, what follows, and what to write instead
 */
record RoleWarning(String id, String message) {

    private static final int LONGEST_CHAINED_SESSION = 3_600;

    private static RoleWarning of(String name, String message) {
        return new RoleWarning("github-oidc-role:" + name, message);
    }

    /** What is said of whom a role trusts. */
    static List<RoleWarning> ofTrust(GitHubTrust trust, int length) {
        Set<RoleWarning> warnings = new LinkedHashSet<>();
        for (GitHubSubject subject : trust.subjects()) {
            if (subject instanceof RepositorySubject runs) {
                ofRuns(runs).ifPresent(warnings::add);
                if (runs.repository().ids().isEmpty() && trust.issuer().mintsImmutableSubjects()) {
                    warnings.add(ofNames(shown(runs)));
                }
            } else if (subject instanceof GitHubSubject.Custom custom
                    && custom.value().isPattern()) {
                warnings.add(ofPattern(custom.value().text()));
            }
        }
        if (!trust.claims().isEmpty() && !trust.issuer().equals(GitHubIssuer.GITHUB_COM)) {
            warnings.add(of(
                    "undocumentedClaim",
                    "claims " + trust.claims().keySet() + " are tested in tokens of " + trust.issuer()
                            + ", and AWS documents "
                            + "their condition keys for github.com alone, so every run may be denied: try one run before you "
                            + "rely on it, or leave claim(…) out"));
        }
        if (length > TrustPolicy.DEFAULT_QUOTA) {
            warnings.add(of(
                    "trustPolicyOverDefaultQuota",
                    "trust policy has " + length + " characters, and an account takes "
                            + TrustPolicy.DEFAULT_QUOTA
                            + " unless its quota is raised, so the deployment may fail with \"Cannot exceed quota for "
                            + "ACLSizePerRole\": raise the quota first, or split the subjects over several roles"));
        }
        return List.copyOf(warnings);
    }

    private static RoleWarning ofNames(String name) {
        return of(
                "repositoryWithoutIds",
                name
                        + " is trusted by name alone: every run is denied if the repository was created, renamed "
                        + "or transferred since 2026-07-15, and somebody who takes over its name gets in otherwise; write "
                        + "withIds(ownerId, repositoryId) with the numbers of `gh api repos/" + name
                        + " --jq '.owner.id, .id'`");
    }

    private static Optional<RoleWarning> ofRuns(RepositorySubject runs) {
        String name = shown(runs);
        if (runs instanceof GitHubSubject.AnyRun) {
            return Optional.of(of(
                    "anyRun",
                    "every run of " + name
                            + " is trusted, of any branch, tag and environment, and pull requests that nobody "
                            + "has reviewed: write branch(\"main\") or environment(\"production\")"));
        }
        if (runs instanceof GitHubSubject.PullRequest) {
            return Optional.of(of(
                    "pullRequest",
                    "pull requests of " + name
                            + " are trusted, whose code nobody has reviewed: let this role only read, or "
                            + "write environment(\"…\") with required reviewers instead"));
        }
        if (runs instanceof GitHubSubject.BranchesLike || runs instanceof GitHubSubject.TagsLike) {
            return ofRefs(runs, name);
        }
        return Optional.empty();
    }

    /** A repository that is a token of the CDK has no name yet. */
    private static String shown(RepositorySubject runs) {
        String name = runs.repository().fullName();
        return CdkToken.isIn(name) ? "OWNER/NAME" : name;
    }

    private static RoleWarning ofPattern(String pattern) {
        return of(
                "customPattern",
                pattern
                        + " is a pattern written by hand, and nothing here tells which repositories and runs it lets in: write "
                        + "branchesLike(\"…\"), tagsLike(\"…\") or anyRun() of the repository");
    }

    private static Optional<RoleWarning> ofRefs(RepositorySubject runs, String name) {
        String pattern = runs.context();
        return pattern.indexOf('*') < 0
                ? Optional.empty()
                : Optional.of(of(
                        "unboundedRefs",
                        pattern + " of " + name
                                + " is no bounded set of refs, so whoever can push one that matches gets in: "
                                + "write branch(\"…\") or tag(\"…\") for each, or protect all that match on GitHub"));
    }

    /** What is said of a managed policy. */
    static Optional<RoleWarning> ofManagedPolicy(IManagedPolicy policy) {
        return policy.getManagedPolicyArn().endsWith(":iam::aws:policy/AdministratorAccess")
                ? Optional.of(of(
                        "administratorAccess",
                        "AdministratorAccess is granted, so a workflow can do anything in the account: grant what it needs, "
                                + "or CdkBootstrapRoles.grantDeploy(role) if it deploys CDK apps"))
                : Optional.empty();
    }

    /** What is said of a role that goes on to assume the roles of the CDK. */
    static Optional<RoleWarning> ofChaining(@Nullable Duration session) {
        if (session == null || RoleArguments.seconds(session).doubleValue() <= LONGEST_CHAINED_SESSION) {
            return Optional.empty();
        }
        return Optional.of(of(
                "sessionLongerThanChaining",
                "maxSessionDuration is over 1 hour, and the sessions of the CDK's roles that this role starts end after 1 hour "
                        + "all the same, because AWS caps chained sessions: write Duration.hours(1)"));
    }
}
