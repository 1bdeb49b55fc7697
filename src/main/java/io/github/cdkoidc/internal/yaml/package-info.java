/**
 * YAML 1.2 with line numbers, read as GitHub reads it: {@code on} is a text, and a duplicate key is an error. Only
 * {@link io.github.cdkoidc.internal.yaml.YamlParser} knows the library that parses.
 */
@NullMarked
package io.github.cdkoidc.internal.yaml;

import org.jspecify.annotations.NullMarked;
