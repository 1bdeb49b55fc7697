package io.github.cdkoidc;

import io.github.cdkoidc.claims.ClaimValue;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubSubject;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.iam.IOidcProvider;
import software.amazon.awscdk.services.iam.PolicyDocument;

/** The properties as their builder made them: checked, and never to change. Each component is the getter of its name. */
record RoleProperties(
        List<GitHubSubject> getSubjects,
        Map<GitHubClaim, List<ClaimValue>> getClaims,
        @Nullable String getAudience,
        @Nullable GitHubIssuer getIssuer,
        @Nullable IOidcProvider getProvider,
        @Nullable String getDescription,
        @Nullable String getRoleName,
        @Nullable String getPath,
        @Nullable List<IManagedPolicy> getManagedPolicies,
        @Nullable Map<String, PolicyDocument> getInlinePolicies,
        @Nullable IManagedPolicy getPermissionsBoundary,
        @Nullable Duration getMaxSessionDuration)
        implements GitHubOidcRoleProps {

    RoleProperties {
        getClaims = getClaims.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(getClaims));
    }
}
