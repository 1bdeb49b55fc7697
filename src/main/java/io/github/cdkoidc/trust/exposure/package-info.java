/**
 * Which tokens a policy admits, of all that GitHub can mint.
 *
 * <p>Start at {@link io.github.cdkoidc.trust.exposure.Exposure}. An {@code ExposureQuery} makes an automaton of the tokens that the policy
 * admits, {@code AdmissionEnumerator} reads off it which owners and repositories those are of, and {@code WitnessTokens} finds the
 * shortest token that proves it, which goes back to the evaluator.
 *
 * <p>The automata must be minimal: {@code PrefixSet} takes two names for alike if they lead to the same state, so with two equal states
 * a name that a wildcard stands for would look like one that the policy writes out.
 */
@NullMarked
package io.github.cdkoidc.trust.exposure;

import org.jspecify.annotations.NullMarked;
