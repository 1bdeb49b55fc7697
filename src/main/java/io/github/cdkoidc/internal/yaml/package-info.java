/**
 * YAML 1.2 with the line of everything, read as GitHub reads it: {@code on} is a text, and a key that stands twice is an error. Only
 * {@link io.github.cdkoidc.internal.yaml.YamlParser} knows the library that parses.
 */
@NullMarked
package io.github.cdkoidc.internal.yaml;

import org.jspecify.annotations.NullMarked;
