package io.github.cdkoidc;

import io.github.cdkoidc.claims.ClaimValue;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.trust.TrustRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.iam.IOidcProvider;
import software.amazon.awscdk.services.iam.PolicyDocument;

/**
 * The setters that the builder of the role and the builder of its properties have in common.
 *
 * @param <B> the builder
 */
abstract class RoleSettings<B extends RoleSettings<B>> {

    private static final String NO_SUBJECTS = "subjects are null: write repository.branch(\"main\")";

    private List<GitHubSubject> subjects = List.of();
    private final Map<GitHubClaim, List<ClaimValue>> claims = new EnumMap<>(GitHubClaim.class);
    private @Nullable String audience;
    private @Nullable GitHubIssuer issuer;
    private @Nullable IOidcProvider provider;
    private @Nullable String description;
    private @Nullable String roleName;
    private @Nullable String path;
    private @Nullable List<IManagedPolicy> managedPolicies;
    private @Nullable Map<String, PolicyDocument> inlinePolicies;
    private @Nullable IManagedPolicy permissionsBoundary;
    private @Nullable Duration maxSessionDuration;

    /**
     * Sets the subjects.
     *
     * @param subjects the runs that may assume the role, one subject or more
     * @return this builder
     * @throws NullPointerException if one is null
     */
    public B subjects(GitHubSubject... subjects) {
        return subjects(Arrays.asList(Objects.requireNonNull(subjects, NO_SUBJECTS)));
    }

    /**
     * Sets the subjects.
     *
     * @param subjects the runs that may assume the role, one subject or more
     * @return this builder
     * @throws IllegalArgumentException if there is none
     * @throws NullPointerException if one is null
     */
    public B subjects(List<? extends GitHubSubject> subjects) {
        this.subjects = TrustRequest.requireSubjects(Objects.requireNonNull(subjects, NO_SUBJECTS));
        return self();
    }

    /**
     * Adds a claim that a run must present besides.
     *
     * @param claim neither {@code SUB} nor {@code AUD}
     * @param values exact values, of which one must match
     * @return this builder
     * @throws IllegalArgumentException if the claim is not for this method or is there already, or a value is not exact
     */
    public B claim(GitHubClaim claim, String... values) {
        String instead = "write claimLike(GitHubClaim." + claim + ", …) if it is meant";
        return claim(claim, values, value -> ClaimValue.exact(value, instead));
    }

    /**
     * Adds a claim that a run must present besides, by pattern.
     *
     * @param claim neither {@code SUB} nor {@code AUD}
     * @param patterns patterns, of which one must match; {@code *} does not stop at {@code /}
     * @return this builder
     * @throws IllegalArgumentException if the claim is not for this method or is there already, or a value is not a pattern
     */
    public B claimLike(GitHubClaim claim, String... patterns) {
        String instead = "write claim(GitHubClaim." + claim + ", …)";
        return claim(claim, patterns, pattern -> ClaimValue.pattern(pattern, instead));
    }

    private B claim(GitHubClaim claim, String[] texts, Function<String, ClaimValue> kind) {
        Objects.requireNonNull(claim, "claim is null: write one of GitHubClaim, such as JOB_WORKFLOW_REF");
        List<ClaimValue> values = Stream.of(IamRoleLimits.given(texts, "list of values of claim " + claim))
                .map(text -> kind.apply(
                        Objects.requireNonNull(text, () -> "value of claim " + claim + " is null: leave it out")))
                .toList();
        TrustRequest.requireTestable(claim, values);
        if (claims.putIfAbsent(claim, values) != null) {
            throw new IllegalArgumentException("claim " + claim + " is given twice, which could mean either or both: "
                    + "write all its values in one call");
        }
        return self();
    }

    /**
     * Sets the audience.
     *
     * @param audience whom the run's token is for, exact, 1 to 255 characters
     * @return this builder
     * @throws IllegalArgumentException if it is blank, longer, or holds {@code *} or {@code ?}
     */
    public B audience(String audience) {
        this.audience = TrustRequest.requireAudience(IamRoleLimits.given(audience, "audience"));
        return self();
    }

    /**
     * Sets the issuer.
     *
     * @param issuer who mints the tokens
     * @return this builder
     */
    public B issuer(GitHubIssuer issuer) {
        this.issuer = Objects.requireNonNull(issuer, "issuer is null: write GitHubIssuer.GITHUB_COM");
        return self();
    }

    /**
     * Sets the provider.
     *
     * @param provider the IAM OIDC provider, in the role's own account
     * @return this builder
     */
    public B provider(IOidcProvider provider) {
        this.provider = Objects.requireNonNull(
                provider, "provider is null: leave the call out, or write GitHubOidcProvider.fromAccount(this)");
        return self();
    }

    /**
     * Sets {@link GitHubOidcRoleProps#getDescription()}.
     *
     * @param description up to 1,000 characters
     * @return this builder
     * @throws IllegalArgumentException if it is longer, or IAM cannot hold one of its characters
     */
    public B description(String description) {
        this.description = IamRoleLimits.requireDescription(IamRoleLimits.given(description, "description"));
        return self();
    }

    /**
     * Sets {@link GitHubOidcRoleProps#getRoleName()}.
     *
     * @param roleName 1 to 64 of {@code A-Z a-z 0-9 _ + = , . @ -}
     * @return this builder
     * @throws IllegalArgumentException if it is longer, reserved, or holds another character
     */
    public B roleName(String roleName) {
        this.roleName = IamRoleLimits.requireName(IamRoleLimits.given(roleName, "roleName"));
        return self();
    }

    /**
     * Sets {@link GitHubOidcRoleProps#getPath()}.
     *
     * @param path starts and ends with {@code /}, up to 512 characters
     * @return this builder
     * @throws IllegalArgumentException if it is longer, reserved, or not of that form
     */
    public B path(String path) {
        this.path = IamRoleLimits.requirePath(IamRoleLimits.given(path, "path"));
        return self();
    }

    /**
     * Sets {@link GitHubOidcRoleProps#getManagedPolicies()}.
     *
     * @param managedPolicies the policies
     * @return this builder
     */
    public B managedPolicies(List<? extends IManagedPolicy> managedPolicies) {
        this.managedPolicies = IamRoleLimits.copy(IamRoleLimits.given(managedPolicies, "managedPolicies"));
        return self();
    }

    /**
     * Sets {@link GitHubOidcRoleProps#getInlinePolicies()}.
     *
     * @param inlinePolicies the policies by name
     * @return this builder
     */
    public B inlinePolicies(Map<String, ? extends PolicyDocument> inlinePolicies) {
        this.inlinePolicies = IamRoleLimits.copy(IamRoleLimits.given(inlinePolicies, "inlinePolicies"));
        return self();
    }

    /**
     * Sets {@link GitHubOidcRoleProps#getPermissionsBoundary()}.
     *
     * @param permissionsBoundary the boundary
     * @return this builder
     */
    public B permissionsBoundary(IManagedPolicy permissionsBoundary) {
        this.permissionsBoundary = IamRoleLimits.given(permissionsBoundary, "permissionsBoundary");
        return self();
    }

    /**
     * Sets {@link GitHubOidcRoleProps#getMaxSessionDuration()}.
     *
     * @param maxSessionDuration 1 to 12 hours
     * @return this builder
     * @throws IllegalArgumentException if it is shorter, longer, not whole seconds, or a CDK token
     */
    public B maxSessionDuration(Duration maxSessionDuration) {
        this.maxSessionDuration =
                IamRoleLimits.requireSession(IamRoleLimits.given(maxSessionDuration, "maxSessionDuration"));
        return self();
    }

    /** This builder, as what it is. */
    abstract B self();

    /** What was set. */
    RoleProperties properties() {
        return new RoleProperties(
                TrustRequest.requireSubjects(subjects),
                claims,
                audience,
                issuer,
                provider,
                description,
                roleName,
                path,
                managedPolicies,
                inlinePolicies,
                permissionsBoundary,
                maxSessionDuration);
    }
}
