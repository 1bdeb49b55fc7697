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

    /**
     * The runs that may assume the role, one subject or more; any of them suffices.
     *
     * @return the subjects; there is no default
     */
    List<GitHubSubject> getSubjects();

    /**
     * Further claims that a run must present. Every claim must match one of its values.
     *
     * <p>Default: - none
     *
     * @return the values by claim
     */
    Map<GitHubClaim, List<ClaimValue>> getClaims();

    /**
     * Whom the run's token is for, exact, 1 to 255 characters.
     *
     * <p>Default: - {@code sts.amazonaws.com}, which aws-actions/configure-aws-credentials asks for; {@code sts.amazonaws.com.cn}
     * if the stack's region is known to be Chinese
     *
     * @return the audience
     */
    @Nullable
    String getAudience();

    /**
     * Who mints the tokens.
     *
     * <p>Default: - the provider's, if its ARN names it, otherwise github.com
     *
     * @return the issuer
     */
    @Nullable
    GitHubIssuer getIssuer();

    /**
     * The IAM OIDC provider, in the role's own account.
     *
     * <p>Default: - the stack's, {@link GitHubOidcProvider#forStack(software.constructs.Construct, GitHubIssuer)}
     *
     * @return the provider
     */
    @Nullable
    IOidcProvider getProvider();

    /**
     * What the role is for, up to 1,000 characters.
     *
     * <p>Default: - no description
     *
     * @return the description
     */
    @Nullable
    String getDescription();

    /**
     * The role's name, 1 to 64 of {@code A-Z a-z 0-9 _ + = , . @ -}.
     *
     * <p>Default: - CloudFormation makes one
     *
     * @return the name
     */
    @Nullable
    String getRoleName();

    /**
     * The role's path, which starts and ends with {@code /}, up to 512 characters.
     *
     * <p>Default: /
     *
     * @return the path
     */
    @Nullable
    String getPath();

    /**
     * Managed policies of the role. More can be added with {@code addManagedPolicy}.
     *
     * <p>Default: - none
     *
     * @return the policies
     */
    @Nullable
    List<IManagedPolicy> getManagedPolicies();

    /**
     * Policies that are part of the role, by name.
     *
     * <p>Default: - none
     *
     * @return the policies
     */
    @Nullable
    Map<String, PolicyDocument> getInlinePolicies();

    /**
     * The most that the role may do, whatever its policies allow.
     *
     * <p>Default: - no permissions boundary
     *
     * @return the boundary
     */
    @Nullable
    IManagedPolicy getPermissionsBoundary();

    /**
     * How long a session may last, 1 to 12 hours. The workflow asks for a duration of its own, 1 hour by default.
     *
     * <p>Default: Duration.hours(1)
     *
     * @return the duration
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
         * The properties.
         *
         * @return the properties
         * @throws IllegalArgumentException if there is no subject
         */
        @Override
        public GitHubOidcRoleProps build() {
            return properties();
        }
    }
}
