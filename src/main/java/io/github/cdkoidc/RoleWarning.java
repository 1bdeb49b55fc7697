package io.github.cdkoidc;

import io.github.cdkoidc.assembly.ConstructMetadata;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.trust.TrustRequest;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.IManagedPolicy;

/**
 * Something that may be meant, and should be answered: {@code Validations.of(role).acknowledge(…)} with the id and a reason. What the
 * role's trust policy shows is said by a rule of the catalogue, under the same id as by {@link GitHubTrustValidation}.
 *
 * @param id stable, such as {@code github-oidc-role:anyRun}
 * @param message what was given, what follows, and what to write instead
 */
record RoleWarning(String id, String message) {

    private static final int LONGEST_CHAINED_SESSION = 3_600;

    private static RoleWarning of(String name, String message) {
        return new RoleWarning(ConstructMetadata.PREFIX + ":" + name, message);
    }

    /** What a rule says. */
    static RoleWarning of(TrustRule rule, String what, String instead) {
        return of(rule.id(), what + "; " + rule.fix() + (instead.isEmpty() ? "" : ": write " + instead));
    }

    /** What is said of the claims that a role tests. */
    static Optional<RoleWarning> ofClaims(TrustRequest trust) {
        if (trust.claims().isEmpty() || trust.issuer().equals(GitHubIssuer.GITHUB_COM)) {
            return Optional.empty();
        }
        return Optional.of(of(
                "undocumentedClaim",
                "claims " + trust.claims().keySet() + " are tested in tokens of " + trust.issuer()
                        + ", and AWS documents "
                        + "their condition keys for github.com alone, so every run may be denied: try one run before you "
                        + "rely on it, or leave claim(…) out"));
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
        if (session == null || IamRoleLimits.seconds(session).doubleValue() <= LONGEST_CHAINED_SESSION) {
            return Optional.empty();
        }
        return Optional.of(of(
                "sessionLongerThanChaining",
                "maxSessionDuration is over 1 hour, and the sessions of the CDK's roles that this role starts end after 1 hour "
                        + "all the same, because AWS caps chained sessions: write Duration.hours(1)"));
    }
}
