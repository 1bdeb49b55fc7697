/**
 * What is known of a text before the run: {@link io.github.cdkoidc.workflow.text.ClaimText} is made of parts that are written out and parts that
 * only the run knows, which a {@link io.github.cdkoidc.workflow.text.NameFilter} of the workflow may narrow down.
 */
@NullMarked
package io.github.cdkoidc.workflow.text;

import org.jspecify.annotations.NullMarked;
