package io.github.cdkoidc;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.GrantOnPrincipalOptions;
import software.amazon.awscdk.services.iam.IRole;

/**
 * Grants a role what it needs to deploy CDK apps, or only to compare them, through the roles that {@code cdk bootstrap} made. The role needs nothing else:
 * CloudFormation's own role, {@code cfn-exec-role}, is never granted, because it trusts CloudFormation alone.
 *
 * <p>The sessions of the bootstrap roles are chained: AWS ends them after 1 hour.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html">AWS CDK: bootstrapping</a>
 */
public final class CdkBootstrapRoles {

    private static final String DEFAULT_QUALIFIER = "hnb659fds";
    private static final List<String> DEPLOY =
            List.of("deploy-role", "file-publishing-role", "image-publishing-role", "lookup-role");
    private static final List<String> DIFF = List.of("lookup-role");

    private CdkBootstrapRoles() {}

    /**
     * Grants a role what {@code cdk deploy} needs in its own stack's account and region.
     *
     * @param role the role
     * @return the grant
     */
    public static Grant grantDeploy(IRole role) {
        return grantDeploy(role, CdkBootstrapRolesOptions.builder().build());
    }

    /**
     * Grants a role what {@code cdk deploy} needs.
     *
     * @param role the role
     * @param options of which qualifier, in which accounts and regions
     * @return the grant
     */
    public static Grant grantDeploy(IRole role, CdkBootstrapRolesOptions options) {
        return grant(role, DEPLOY, options);
    }

    /**
     * Grants a role what {@code cdk diff --method template} needs, and nothing that changes anything, in its own stack's account and region.
     *
     * @param role the role
     * @return the grant
     */
    public static Grant grantDiff(IRole role) {
        return grantDiff(role, CdkBootstrapRolesOptions.builder().build());
    }

    /**
     * Grants a role what {@code cdk diff --method template} needs, and nothing that changes anything.
     *
     * @param role the role
     * @param options of which qualifier, in which accounts and regions
     * @return the grant
     */
    public static Grant grantDiff(IRole role, CdkBootstrapRolesOptions options) {
        return grant(role, DIFF, options);
    }

    private static Grant grant(IRole role, List<String> names, CdkBootstrapRolesOptions options) {
        Objects.requireNonNull(role, "role is null: write the role of the pipeline");
        Objects.requireNonNull(options, "options is null: leave it out for the stack's own account and region");
        Stack stack = Stack.of(role);
        String qualifier = options.getQualifier().orElseGet(() -> qualifier(stack));
        List<Environment> environments = options.getEnvironments().isEmpty()
                ? List.of(Environment.builder()
                        .account(stack.getAccount())
                        .region(stack.getRegion())
                        .build())
                : options.getEnvironments();
        if (role instanceof GitHubOidcRole gitHub) {
            gitHub.chains();
        }
        return Grant.addToPrincipal(GrantOnPrincipalOptions.builder()
                .grantee(role)
                .actions(List.of("sts:AssumeRole"))
                .resourceArns(environments.stream()
                        .flatMap(environment -> arns(names, qualifier, environment))
                        .toList())
                .build());
    }

    private static String qualifier(Stack stack) {
        String known = stack.getSynthesizer().getBootstrapQualifier();
        return Objects.requireNonNullElseGet(
                known, () -> Objects.requireNonNullElse(boundQualifier(stack), DEFAULT_QUALIFIER));
    }

    /**
     * A synthesizer that was made in Java does not know its stack: the CDK binds a copy of it to each stack, and jsii takes the copy for the
     * original. A nested stack asks the copy.
     */
    private static @Nullable String boundQualifier(Stack stack) {
        String id = "QualifierOfSynthesizer";
        try {
            return new NestedStack(stack, id).getSynthesizer().getBootstrapQualifier();
        } finally {
            stack.getNode().tryRemoveChild(id);
            stack.getNode().tryRemoveChild(id + ".NestedStack");
        }
    }

    private static Stream<String> arns(List<String> names, String qualifier, Environment environment) {
        String account = environment.getAccount();
        return names.stream()
                .map(name -> "arn:" + Aws.PARTITION + ":iam::" + account + ":role/cdk-" + qualifier + "-" + name + "-"
                        + account + "-" + environment.getRegion());
    }
}
