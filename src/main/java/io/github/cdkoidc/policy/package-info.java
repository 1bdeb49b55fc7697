/**
 * The IAM trust policy as a document: its model, and the readers of JSON and of CloudFormation templates. Nothing here decides anything.
 *
 * <p>{@link io.github.cdkoidc.policy.PolicyDocument} is a whole document, {@link io.github.cdkoidc.policy.Statement} and {@link
 * io.github.cdkoidc.policy.Condition} are its parts, {@link io.github.cdkoidc.policy.RoleTemplate} finds the documents of a
 * template. Users meet {@link io.github.cdkoidc.policy.MalformedPolicyException} alone.
 */
@NullMarked
package io.github.cdkoidc.policy;

import org.jspecify.annotations.NullMarked;
