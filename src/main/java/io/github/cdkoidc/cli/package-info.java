/**
 * The command line, for people who only have an error message: {@code explain} says why a run is not let in, {@code lint} what is wrong
 * with policies, {@code diff} who can get in that could not before, {@code workflow} what a workflow looks like that gets in.
 *
 * <p>{@link io.github.cdkoidc.cli.Main} is the main class of the executable jar. A command takes arguments and input apart and makes a
 * report; {@link io.github.cdkoidc.cli.report.Format} renders it.
 */
@NullMarked
package io.github.cdkoidc.cli;

import org.jspecify.annotations.NullMarked;
