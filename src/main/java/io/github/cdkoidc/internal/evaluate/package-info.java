/**
 * Decides one token by one policy, by the rules of IAM: true, false or unknown.
 *
 * <p>Start at {@link io.github.cdkoidc.internal.evaluate.PolicyEvaluator}. A condition on what is not in a token, or on a value known only
 * at deployment, is {@link io.github.cdkoidc.internal.automata.Ternary#UNKNOWN}; {@link
 * io.github.cdkoidc.internal.evaluate.UndecidedReason} says why.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM: policy evaluation
 *     logic</a>
 */
@NullMarked
package io.github.cdkoidc.internal.evaluate;

import org.jspecify.annotations.NullMarked;
