/**
 * Deterministic automata over characters, with three answers for a text: true, false or unknown. They are always
 * minimal, so two that accept the same texts have the same states, and a {@link io.github.cdkoidc.internal.automata.AutomatonBudget} limits
 * their size.
 *
 * <p>{@link io.github.cdkoidc.internal.automata.DfaBuilder} makes a {@link io.github.cdkoidc.internal.automata.Dfa} of any
 * {@link io.github.cdkoidc.internal.automata.TransitionGraph}, {@link io.github.cdkoidc.internal.automata.Product} combines two.
 */
@NullMarked
package io.github.cdkoidc.internal.automata;

import org.jspecify.annotations.NullMarked;
