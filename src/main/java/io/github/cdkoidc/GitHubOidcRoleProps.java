package io.github.cdkoidc;

import io.github.cdkoidc.claims.ClaimValue;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubSubject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.iam.IOidcProvider;
import software.amazon.awscdk.services.iam.PolicyDocument;

/**
 * Properties of a {@link GitHubOidcRole}: whom it trusts, and every property of an IAM role but {@code assumedBy}, which the subjects
 * decide, and the external ids, which a call with a token cannot carry.
 */
public sealed interface GitHubOidcRoleProps permits RoleProperties {

    /** {@return the runs that may assume the role, one subject or more, of which any suffices; there is no default} */
    List<GitHubSubject> getSubjects();

    /**
     * {@return further claims that a run must present, by claim; every claim must match one of its values}
     * Default: none.
     */
    Map<GitHubClaim, List<ClaimValue>> getClaims();

    /**
     * {@return whom the run's token is for, exact, 1 to 255 characters}
     * Default: {@code sts.amazonaws.com}, which aws-actions/configure-aws-credentials asks for;
     * {@code sts.amazonaws.com.cn} if the stack's region is known to be Chinese.
     */
    @Nullable
    String getAudience();

    /** {@return who mints the tokens} Default: the provider's, if its ARN names it, otherwise github.com. */
    @Nullable
    GitHubIssuer getIssuer();

    /**
     * {@return the IAM OIDC provider, in the role's own account}
     * Default: the stack's, {@link GitHubOidcProvider#forStack(software.constructs.Construct, GitHubIssuer)}.
     */
    @Nullable
    IOidcProvider getProvider();

    /** {@return what the role is for, up to 1,000 characters} Default: no description. */
    @Nullable
    String getDescription();

    /** {@return the role's name, 1 to 64 of {@code A-Z a-z 0-9 _ + = , . @ -}} Default: CloudFormation makes one. */
    @Nullable
    String getRoleName();

    /** {@return the role's path, which starts and ends with {@code /}, up to 512 characters} Default: /. */
    @Nullable
    String getPath();

    /** {@return managed policies of the role; more can be added with {@code addManagedPolicy}} Default: none. */
    @Nullable
    List<IManagedPolicy> getManagedPolicies();

    /** {@return policies that are part of the role, by name} Default: none. */
    @Nullable
    Map<String, PolicyDocument> getInlinePolicies();

    /** {@return the most that the role may do, whatever its policies allow} Default: no permissions boundary. */
    @Nullable
    IManagedPolicy getPermissionsBoundary();

    /**
     * {@return how long a session may last, 1 to 12 hours} The workflow asks for a duration of its own, 1 hour by default.
     * Default: Duration.hours(1).
     */
    @Nullable
    Duration getMaxSessionDuration();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link GitHubOidcRoleProps}. Every method checks its own argument. */
    final class Builder extends RoleSettings<Builder> implements software.amazon.jsii.Builder<GitHubOidcRoleProps> {
        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /**
         * {@return the properties}
         *
         * @throws IllegalArgumentException if there is no subject
         */
        @Override
        public GitHubOidcRoleProps build() {
            return properties();
        }
    }
}
