/**
 * Whether one run may assume a role, and why not: {@link io.github.cdkoidc.trust.decision.Decision} is made of what the evaluator says of
 * each statement. A {@code Cause} is named only if the evaluator confirms that without it the condition would turn out the other way.
 */
@NullMarked
package io.github.cdkoidc.trust.decision;

import org.jspecify.annotations.NullMarked;
