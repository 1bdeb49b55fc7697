package io.github.cdkoidc;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.CfnOIDCProvider;
import software.amazon.awscdk.services.iam.IOidcProvider;
import software.amazon.awscdk.services.iam.OidcProviderNative;
import software.amazon.awscdk.services.iam.OidcProviderNativeProps;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/**
 * The IAM OIDC provider for GitHub Actions, a native {@code AWS::IAM::OIDCProvider}: no Lambda, no thumbprints (IAM ignores them for
 * GitHub), and kept when its stack is deleted, because roles outside the stack may trust it.
 *
 * <p>An account takes one provider of an issuer, in all regions. One stack of the account makes it, with {@link #forStack}; the
 * others import it, with {@link #fromAccount}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html">IAM: create an OIDC
 *     provider</a>
 */
@Jsii(module = software.amazon.awscdk.$Module.class, fqn = "aws-cdk-lib.aws_iam.OidcProviderNative")
public final class GitHubOidcProvider extends OidcProviderNative {

    private static final String ID = "GitHubOidcProvider";
    private static final String CHINESE_AUDIENCE = "sts.amazonaws.com.cn";

    private final GitHubIssuer issuer;
    private final Set<String> audiences = new LinkedHashSet<>();

    private GitHubOidcProvider(Stack stack, GitHubIssuer issuer, String audience) {
        super(
                stack,
                id(ID, issuer),
                OidcProviderNativeProps.builder()
                        .url(issuer.url())
                        .clientIds(List.of(audience))
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build());
        this.issuer = issuer;
        this.audiences.add(audience);
    }

    /**
     * The stack's provider for github.com, made on the first call and the same on every other.
     *
     * @param scope the stack or anything in it; a nested stack shares the provider of the stack it is nested in
     * @return the provider
     */
    public static GitHubOidcProvider forStack(Construct scope) {
        return forStack(scope, GitHubIssuer.GITHUB_COM);
    }

    /**
     * The stack's provider for an issuer, made on the first call and the same on every other. It takes the audience {@code
     * sts.amazonaws.com}, or {@code sts.amazonaws.com.cn} if the stack's region is known to be Chinese, and every audience that a
     * role of the stack asks for.
     *
     * @param scope the stack or anything in it; a nested stack shares the provider of the stack it is nested in
     * @param issuer who mints the tokens
     * @return the provider
     */
    public static GitHubOidcProvider forStack(Construct scope, GitHubIssuer issuer) {
        return forStack(scope, given(issuer), defaultAudience(scope));
    }

    /** The same, made for an audience if it is not there yet. */
    static GitHubOidcProvider forStack(Construct scope, GitHubIssuer issuer, String audience) {
        return StackProviders.of(scope)
                .created()
                .computeIfAbsent(issuer, i -> new GitHubOidcProvider(StackProviders.topLevel(scope), i, audience));
    }

    /**
     * The account's own provider for github.com, which something else made.
     *
     * @param scope the stack or anything in it
     * @return the provider, of the account and partition that the stack is deployed to; the same on every call
     */
    public static IOidcProvider fromAccount(Construct scope) {
        return fromAccount(scope, GitHubIssuer.GITHUB_COM);
    }

    /**
     * The account's own provider for an issuer, which something else made.
     *
     * @param scope the stack or anything in it
     * @param issuer who mints the tokens
     * @return the provider, of the account and partition that the stack is deployed to; the same on every call
     */
    public static IOidcProvider fromAccount(Construct scope, GitHubIssuer issuer) {
        return StackProviders.of(scope)
                .imported()
                .computeIfAbsent(
                        given(issuer),
                        i -> OidcProviderNative.fromOidcProviderArn(
                                StackProviders.topLevel(scope),
                                id("Account" + ID, i),
                                i.providerArn(Aws.PARTITION, Aws.ACCOUNT_ID)));
    }

    private static GitHubIssuer given(GitHubIssuer issuer) {
        return Objects.requireNonNull(issuer, "issuer is null: write GitHubIssuer.GITHUB_COM");
    }

    /** The audience that the AWS action asks for in a stack's partition. */
    static String defaultAudience(Construct scope) {
        return StackProviders.of(scope).partition().equals("aws-cn") ? CHINESE_AUDIENCE : GitHubClaims.DEFAULT_AUDIENCE;
    }

    /** The id for github.com is short, because most templates hold it. */
    private static String id(String base, GitHubIssuer issuer) {
        return issuer.equals(GitHubIssuer.GITHUB_COM)
                ? base
                : base + "-" + issuer.name().replace('/', '-');
    }

    /** Whether the provider of an issuer would take this id in this scope. */
    static boolean takesId(Construct scope, String id, GitHubIssuer issuer) {
        return id.equals(id(ID, issuer)) && scope.equals(StackProviders.topLevel(scope));
    }

    /** Makes the provider take one more audience. */
    void accept(String audience) {
        if (audiences.add(audience)) {
            CfnOIDCProvider resource =
                    (CfnOIDCProvider) Objects.requireNonNull(getNode().getDefaultChild());
            resource.setClientIdList(new ArrayList<>(audiences));
        }
    }

    /** {@return who mints the tokens that this provider takes} */
    public GitHubIssuer getIssuer() {
        return issuer;
    }
}
