package io.github.cdkoidc;

import io.github.cdkoidc.assembly.ConstructMetadata;
import io.github.cdkoidc.policy.SessionLimits;
import io.github.cdkoidc.trust.TrustWarning;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.IManagedPolicy;

/**
 * Something that may be meant, and should be answered: {@code Validations.of(role).acknowledge(…)} with the id and a reason. A
 * warning about the role's trust policy has the id that {@link GitHubTrustValidation} has for it.
 *
 * @param id stable, such as {@code github-oidc-role:anyRun}
 * @param message what was given, what follows, and what to write instead
 */
record RoleWarning(String id, String message) {

    private static RoleWarning of(String name, String message) {
        return new RoleWarning(ConstructMetadata.PREFIX + ":" + name, message);
    }

    static RoleWarning of(TrustWarning warning) {
        return of(warning.id(), warning.message());
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
        if (session == null || IamRoleLimits.seconds(session).doubleValue() <= SessionLimits.CHAINED) {
            return Optional.empty();
        }
        return Optional.of(of(
                "sessionLongerThanChaining",
                "maxSessionDuration is over 1 hour, and the sessions of the CDK's roles that this role starts end after 1 hour "
                        + "all the same, because AWS caps chained sessions: write Duration.hours(1)"));
    }
}
