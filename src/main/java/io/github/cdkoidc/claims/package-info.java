/**
 * What GitHub says: the repositories, the runs of their workflows, and the claims of the tokens that those runs present.
 *
 * <p>Start at {@link io.github.cdkoidc.claims.GitHubRepository}, which makes the {@link
 * io.github.cdkoidc.claims.GitHubSubject}s that a role trusts, and at {@link io.github.cdkoidc.claims.GitHubClaims},
 * which says what one run presents. Nothing here knows AWS CDK, and nothing here starts a process.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">GitHub: OpenID Connect reference</a>
 */
@NullMarked
package io.github.cdkoidc.claims;

import org.jspecify.annotations.NullMarked;
