package io.github.cdkoidc;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.CdkToken;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.policy.Statement;
import io.github.cdkoidc.trust.TrustRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.CompositePrincipal;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.iam.IOidcProvider;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.OpenIdConnectPrincipal;
import software.amazon.awscdk.services.iam.RoleProps;
import software.constructs.Construct;

/**
 * All that is decided of a role before it exists.
 *
 * @param trust whom it trusts, with a provider of {@value #ANY_ACCOUNT}, because its own may not exist yet
 * @param provider whose tokens it takes
 * @param roleProps what the CDK makes it from
 * @param maxSessionDuration how long a session may last, if said
 * @param warnings what is to be said of it
 */
record RolePlan(
        TrustRequest trust,
        IOidcProvider provider,
        RoleProps roleProps,
        @Nullable Duration maxSessionDuration,
        List<RoleWarning> warnings) {

    /** The role's name, if it is written out. */
    Optional<String> roleName() {
        return Optional.ofNullable(roleProps.getRoleName()).filter(name -> !CdkToken.isIn(name));
    }

    /** Stands for the account of the provider, and is as long. */
    static final String ANY_ACCOUNT = "000000000000";

    static final String NAME_IT = "write the role's name in its scope, such as \"FetchMessage\"";

    /** Checks everything first, and touches the construct tree only then. */
    static RolePlan of(Construct scope, String id, GitHubOidcRoleProps props) {
        Objects.requireNonNull(props, "props is null: write GitHubOidcRoleProps.builder()");
        StackProviders stack = StackProviders.of(scope);
        if (Objects.requireNonNull(id, "id is null: " + NAME_IT).isEmpty()) {
            throw new IllegalArgumentException("id is empty, and only an app may have none: " + NAME_IT);
        }
        String audience = props.getAudience() != null ? props.getAudience() : GitHubOidcProvider.defaultAudience(scope);
        GitHubIssuer issuer = stack.issuer(props.getProvider(), props.getIssuer(), scope);
        String arn = issuer.providerArn(stack.partition(), ANY_ACCOUNT);
        TrustRequest trust = new TrustRequest(issuer, audience, arn, props.getSubjects(), props.getClaims());
        List<RoleWarning> warnings =
                new ArrayList<>(trust.warnings().stream().map(RoleWarning::of).toList());
        if (props.getManagedPolicies() != null) {
            for (IManagedPolicy policy : props.getManagedPolicies()) {
                RoleWarning.ofManagedPolicy(policy).ifPresent(warnings::add);
            }
        }

        IOidcProvider provider =
                props.getProvider() != null ? props.getProvider() : provider(scope, id, issuer, audience);
        if (provider instanceof GitHubOidcProvider own) {
            own.accept(audience);
        }
        RoleProps roleProps = RoleProps.builder()
                .assumedBy(principal(provider, trust.policy().document().statements()))
                .description(props.getDescription())
                .roleName(props.getRoleName())
                .path(props.getPath())
                .managedPolicies(props.getManagedPolicies())
                .inlinePolicies(props.getInlinePolicies())
                .permissionsBoundary(props.getPermissionsBoundary())
                .maxSessionDuration(props.getMaxSessionDuration())
                .build();
        return new RolePlan(trust, provider, roleProps, props.getMaxSessionDuration(), List.copyOf(warnings));
    }

    /** The stack's provider. Before the first role makes it, its own id is looked at: the provider would stay without the role. */
    private static IOidcProvider provider(Construct scope, String id, GitHubIssuer issuer, String audience) {
        if (!StackProviders.of(scope).created().containsKey(issuer)
                && (GitHubOidcProvider.takesId(scope, id, issuer)
                        || scope.getNode().tryFindChild(id) != null)) {
            throw new IllegalArgumentException(
                    "id \"" + id + "\" is taken in " + scope.getNode().getPath()
                            + ", and two constructs of one scope cannot share it: write another id, or take the other construct out");
        }
        return GitHubOidcProvider.forStack(scope, issuer, audience);
    }

    private static IPrincipal principal(IOidcProvider provider, List<Statement> statements) {
        IPrincipal[] principals = statements.stream()
                .map(statement -> new OpenIdConnectPrincipal(provider, conditions(statement)))
                .toArray(IPrincipal[]::new);
        return principals.length == 1 ? principals[0] : new CompositePrincipal(principals);
    }

    /** The {@code Condition} element as jsii takes it: maps, lists and strings. */
    private static Map<String, Object> conditions(Statement statement) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        statement.conditionElement().forEach((operator, keys) -> {
            Map<String, Object> tests = new LinkedHashMap<>();
            keys.forEach((key, values) -> tests.put(key, plain(values)));
            conditions.put(operator, tests);
        });
        return conditions;
    }

    private static Object plain(JsonNode values) {
        if (!values.isArray()) {
            return values.asText();
        }
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
