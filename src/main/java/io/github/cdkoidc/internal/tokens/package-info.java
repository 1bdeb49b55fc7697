/**
 * The tokens that GitHub can mint, as texts that an automaton reads.
 *
 * <p>An {@link io.github.cdkoidc.internal.tokens.EncodedToken} is a token as a text of {@link io.github.cdkoidc.internal.tokens.TokenField}s.
 * {@link io.github.cdkoidc.internal.tokens.MintableTokens} are those that GitHub can mint, {@link
 * io.github.cdkoidc.internal.tokens.PolicyAutomaton} are those that a policy admits.
 */
@NullMarked
package io.github.cdkoidc.internal.tokens;

import org.jspecify.annotations.NullMarked;
