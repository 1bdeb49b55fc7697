/**
 * What the command line is given: policies, templates, a {@code cdk.out}, and what a run presents. Everything that cannot be read is a
 * {@link io.github.cdkoidc.cli.input.BadInputException}, which names it and says what to do.
 */
@NullMarked
package io.github.cdkoidc.cli.input;

import org.jspecify.annotations.NullMarked;
