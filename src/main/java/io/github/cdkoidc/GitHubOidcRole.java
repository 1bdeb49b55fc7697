package io.github.cdkoidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.claims.CdkToken;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.RoleIdentity;
import io.github.cdkoidc.policy.Statement;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.iam.IOidcProvider;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/**
 * An IAM role that workflows on GitHub Actions assume with the token of their run, without a stored key.
 *
 * <p>Its trust policy always tests {@code aud} and {@code sub}: exact values with {@code StringEquals}, patterns in a statement of
 * their own with {@code StringLike}. Unless a provider is given, the stack gets one. In all else it is a {@link Role}.
 *
 * <p>What is risky but may be meant is a warning, which {@code Validations.of(role).acknowledge(…)} answers. The warnings about whom the
 * role trusts are those of {@link io.github.cdkoidc.trust.rules.TrustRule}; a {@code sub} that is written by hand is checked as in {@link
 * TrustPolicy#lint}.
 *
 * @see <a href="https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws">GitHub:
 *     configuring OpenID Connect in AWS</a>
 */
// To the jsii runtime this is a plain Role. Without the annotation it would look for overrides in every role again, and
// have Node call them back. The price: addManagedPolicy warns those who call it in Java, not the CDK's own constructs.
@Jsii(module = software.amazon.awscdk.$Module.class, fqn = "aws-cdk-lib.aws_iam.Role")
public final class GitHubOidcRole extends Role {

    private static final JsonMapper JSON = new JsonMapper();

    private final RolePlan plan;

    /**
     * Makes the role.
     *
     * @param scope what the role is part of
     * @param id its name there
     * @param props whom it trusts and what it is
     * @throws IllegalArgumentException if the properties contradict each other, the stack or IAM's limits; nothing is then left in
     *     the scope
     */
    public GitHubOidcRole(Construct scope, String id, GitHubOidcRoleProps props) {
        this(scope, id, RolePlan.of(scope, id, props));
    }

    private GitHubOidcRole(Construct scope, String id, RolePlan plan) {
        super(scope, id, plan.roleProps());
        this.plan = plan;
        warn(plan.warnings());
    }

    private void warn(List<RoleWarning> warnings) {
        if (!warnings.isEmpty()) {
            Validations validations = Validations.of(this);
            warnings.forEach(warning -> validations.addWarning(warning.id(), warning.message()));
        }
    }

    /**
     * The trust policy as the template holds it, with the statements that have been added by now to {@link #getAssumeRolePolicy}. Every
     * question to it has an answer, although the template has an expression for the provider. The expression for a provider of another
     * stack is the template's own only after the app is synthesized. What is changed at the role's {@code CfnRole} is in the template alone,
     * where {@link GitHubTrustValidation} and {@link TrustPolicy#inTemplate} see it.
     *
     * @return the trust policy
     */
    public TrustPolicy getTrustPolicy() {
        Stack stack = Stack.of(this);
        JsonNode expression = resolved(TextNode.valueOf(plan.provider().getOidcProviderArn()), stack);
        PolicyDocument document = document(expression, stack);
        String issuer = plan.trust().issuer().url();
        return TrustPolicy.of(expression.isTextual() ? document : document.withProvider(expression, issuer));
    }

    /** As it was planned, if nothing has been added: to ask for a number of statements costs less than to read them. */
    private PolicyDocument document(JsonNode expression, Stack stack) {
        PolicyDocument planned = plan.trust().policy().document();
        software.amazon.awscdk.services.iam.PolicyDocument written =
                Objects.requireNonNull(getAssumeRolePolicy(), "a role that the CDK makes has a trust policy");
        if (written.getStatementCount().intValue() == planned.statements().size()) {
            return planned.withStatements(planned.statements().stream()
                            .map(statement -> Statement.allow(expression, statement.conditions()))
                            .toList())
                    .map(value -> resolved(value, stack));
        }
        JsonNode added = JSON.valueToTree(stack.resolve(written.toJSON()));
        String account = stack.getAccount();
        return PolicyDocument.parse(added, "")
                .withRole(new RoleIdentity(
                        CdkToken.isIn(account) ? Optional.empty() : Optional.of(account), plan.roleName()));
    }

    private static JsonNode resolved(JsonNode value, Stack stack) {
        return CdkToken.isIn(value.asText()) ? JSON.valueToTree(stack.resolve(value.asText())) : value;
    }

    /** {@return the provider whose tokens the role takes} */
    public IOidcProvider getProvider() {
        return plan.provider();
    }

    @Override
    public void addManagedPolicy(IManagedPolicy policy) {
        super.addManagedPolicy(policy);
        warn(RoleWarning.ofManagedPolicy(policy).stream().toList());
    }

    /** Warns if sessions of this role can last longer than the sessions that they start. */
    void chains() {
        warn(RoleWarning.ofChaining(plan.maxSessionDuration()).stream().toList());
    }

    /** Builds a {@link GitHubOidcRole}. Every method checks its own argument. */
    public static final class Builder extends RoleSettings<Builder>
            implements software.amazon.jsii.Builder<GitHubOidcRole> {
        private final Construct scope;
        private final String id;

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /**
         * {@return a builder of a role}
         *
         * @param scope what the role is part of
         * @param id its name there
         */
        public static Builder create(Construct scope, String id) {
            Objects.requireNonNull(scope, "scope is null: write the stack or construct that the role is part of");
            return new Builder(scope, Objects.requireNonNull(id, "id is null: " + RolePlan.NAME_IT));
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Makes the role.
         *
         * @return the role
         * @throws IllegalArgumentException if there is no subject, or the properties contradict each other, the stack or IAM's
         *     limits; nothing is then left in the scope
         */
        @Override
        public GitHubOidcRole build() {
            return new GitHubOidcRole(scope, id, properties());
        }
    }
}
