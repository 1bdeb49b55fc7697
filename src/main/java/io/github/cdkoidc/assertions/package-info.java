/**
 * Assertions on trust policies, for the tests of the apps that make them.
 *
 * <p>They start at {@link io.github.cdkoidc.assertions.TrustAssertions#assertThat}, and need AssertJ, which this library does not
 * bring: an app that does not use them does without.
 */
@NullMarked
package io.github.cdkoidc.assertions;

import org.jspecify.annotations.NullMarked;
