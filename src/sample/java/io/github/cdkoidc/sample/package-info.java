/**
 * The sample: a stack with a message, the roles of three workflows, and the program that one of them runs. It uses the library as
 * any other app would.
 */
@NullMarked
package io.github.cdkoidc.sample;

import org.jspecify.annotations.NullMarked;
