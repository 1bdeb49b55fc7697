/**
 * What IAM answers: the trust policy that lets a role's runs in.
 *
 * <p>{@link io.github.cdkoidc.trust.GitHubTrust} says who is trusted, in GitHub's words; {@link
 * io.github.cdkoidc.trust.TrustPolicy} is the same in IAM's. {@link io.github.cdkoidc.trust.TrustPolicy#parse} reads what others
 * wrote, {@link io.github.cdkoidc.trust.RoleTemplate} the roles of a CloudFormation template. {@link
 * io.github.cdkoidc.trust.TrustPolicy#decide} says of a run whether it gets in, and {@link
 * io.github.cdkoidc.trust.Decision#explain} why. {@link io.github.cdkoidc.trust.Exposure} says who gets in at all, and {@link
 * io.github.cdkoidc.trust.TrustPolicy#comparedTo} what a change does to that. {@link io.github.cdkoidc.trust.TrustPolicy#lint} applies
 * the rules of {@link io.github.cdkoidc.trust.TrustRule}. Nothing here knows AWS CDK, and nothing here starts a process.
 *
 * <p>Inside, a {@code Judge} answers for one run, in three values of {@code Truth}. An {@code Inquiry} answers for all runs: tokens are
 * {@code TokenWord}s, a policy is a {@code Dfa} over them, and {@code Survey} reads off it who gets in. The rules ask either of each
 * {@code Grant}, a statement that lets runs of GitHub in, and every {@code Finding} goes back to the judge with its witness.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html">IAM: OIDC federation</a>
 */
@NullMarked
package io.github.cdkoidc.trust;

import org.jspecify.annotations.NullMarked;
