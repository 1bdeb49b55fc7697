/**
 * Whether a policy admits all tokens that one run can present, none, or some: {@link io.github.cdkoidc.trust.coverage.RunCoverage}. What
 * is not known of the run is a set of texts, and the answer is computed for all of them.
 */
@NullMarked
package io.github.cdkoidc.trust.coverage;

import org.jspecify.annotations.NullMarked;
