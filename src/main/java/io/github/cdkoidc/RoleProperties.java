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

/** The properties as their builder made them: checked, and never to change. */
record RoleProperties(
        List<GitHubSubject> subjects,
        Map<GitHubClaim, List<ClaimValue>> claims,
        @Nullable String audience,
        @Nullable GitHubIssuer issuer,
        @Nullable IOidcProvider provider,
        @Nullable String description,
        @Nullable String roleName,
        @Nullable String path,
        @Nullable List<IManagedPolicy> managedPolicies,
        @Nullable Map<String, PolicyDocument> inlinePolicies,
        @Nullable IManagedPolicy permissionsBoundary,
        @Nullable Duration maxSessionDuration)
        implements GitHubOidcRoleProps {

    RoleProperties {
        claims = claims.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(claims));
    }

    @Override
    public List<GitHubSubject> getSubjects() {
        return subjects;
    }

    @Override
    public Map<GitHubClaim, List<ClaimValue>> getClaims() {
        return claims;
    }

    @Override
    public @Nullable String getAudience() {
        return audience;
    }

    @Override
    public @Nullable GitHubIssuer getIssuer() {
        return issuer;
    }

    @Override
    public @Nullable IOidcProvider getProvider() {
        return provider;
    }

    @Override
    public @Nullable String getDescription() {
        return description;
    }

    @Override
    public @Nullable String getRoleName() {
        return roleName;
    }

    @Override
    public @Nullable String getPath() {
        return path;
    }

    @Override
    public @Nullable List<IManagedPolicy> getManagedPolicies() {
        return managedPolicies;
    }

    @Override
    public @Nullable Map<String, PolicyDocument> getInlinePolicies() {
        return inlinePolicies;
    }

    @Override
    public @Nullable IManagedPolicy getPermissionsBoundary() {
        return permissionsBoundary;
    }

    @Override
    public @Nullable Duration getMaxSessionDuration() {
        return maxSessionDuration;
    }
}
