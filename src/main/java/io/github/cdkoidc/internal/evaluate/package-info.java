/**
 * One policy against one token, by the rules of IAM, in three values.
 *
 * <p>Start at {@link io.github.cdkoidc.internal.evaluate.PolicyEvaluator}. A test of what no token tells, or of a value that only the
 * deployment knows, is {@link io.github.cdkoidc.internal.automata.Ternary#UNKNOWN}; {@link
 * io.github.cdkoidc.internal.evaluate.UndecidedReason} says why.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM: policy evaluation
 *     logic</a>
 */
@NullMarked
package io.github.cdkoidc.internal.evaluate;

import org.jspecify.annotations.NullMarked;
