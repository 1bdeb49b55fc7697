/**
 * JSON as trees, read and written by the parser alone. The machinery that binds JSON to Java objects takes a JVM a quarter of a second
 * to get ready, which is more than everything else that an answer on the command line takes.
 *
 * <p>Start with {@link io.github.cdkoidc.internal.json.JsonTree}.
 */
@NullMarked
package io.github.cdkoidc.internal.json;

import org.jspecify.annotations.NullMarked;
