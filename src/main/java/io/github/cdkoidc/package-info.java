/**
 * The constructs: IAM roles that GitHub Actions assumes with OpenID Connect, in AWS CDK.
 *
 * <p>Start at {@link io.github.cdkoidc.GitHubOidcRole}. {@link io.github.cdkoidc.GitHubOidcProvider} is the identity provider
 * behind it, and {@link io.github.cdkoidc.CdkBootstrapRoles} lets such a role deploy CDK apps. Only this package needs AWS CDK.
 */
@NullMarked
package io.github.cdkoidc;

import org.jspecify.annotations.NullMarked;
