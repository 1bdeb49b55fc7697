/**
 * The trust policy of a role: read or made, and what it admits and denies.
 *
 * <p>{@link io.github.cdkoidc.trust.TrustPolicy} is the entrance: it holds a document and delegates every question. {@link
 * io.github.cdkoidc.trust.TrustPolicy#decide} is about one run, {@link io.github.cdkoidc.trust.TrustPolicy#exposure} about all tokens,
 * {@link io.github.cdkoidc.trust.TrustPolicy#comparedTo} about a change, {@link io.github.cdkoidc.trust.TrustPolicy#lint} about mistakes.
 * {@link io.github.cdkoidc.trust.TrustRequest} says who is to be trusted; it is checked when it is made, holds its policy, and warns of
 * what is risky. A construct takes all three from it, and adds what only the CDK's tree knows. Nothing here knows AWS CDK, and
 * nothing here starts a process.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html">IAM: OIDC federation</a>
 */
@NullMarked
package io.github.cdkoidc.trust;

import org.jspecify.annotations.NullMarked;
