/**
 * JSON as trees, read and written without Jackson's data binding, because that takes a quarter of a second to start: longer than
 * everything else that the command line does.
 *
 * <p>Start with {@link io.github.cdkoidc.internal.json.JsonTree}.
 */
@NullMarked
package io.github.cdkoidc.internal.json;

import org.jspecify.annotations.NullMarked;
