/**
 * The catalogue of what is wrong with trust policies.
 *
 * <p>Start at {@link io.github.cdkoidc.trust.rules.TrustRule}: each constant names its severity, its source and its finder. A rule that says who
 * can assume the role, or who cannot, proves it with a token: a {@link io.github.cdkoidc.trust.rules.Finding} asks the evaluator before it
 * exists.
 */
@NullMarked
package io.github.cdkoidc.trust.rules;

import org.jspecify.annotations.NullMarked;
