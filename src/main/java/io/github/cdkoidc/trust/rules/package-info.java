/**
 * The catalogue of what is wrong with trust policies.
 *
 * <p>Start at {@link io.github.cdkoidc.trust.rules.TrustRule}: each constant names its severity, its source and its finder. A rule that says who
 * can assume the role, or who cannot, shows it with a witness: a {@link io.github.cdkoidc.trust.rules.Finding} asks the evaluator before it
 * exists. Which rule is blamed where several apply stands in {@code UnintendedAccess} alone.
 */
@NullMarked
package io.github.cdkoidc.trust.rules;

import org.jspecify.annotations.NullMarked;
