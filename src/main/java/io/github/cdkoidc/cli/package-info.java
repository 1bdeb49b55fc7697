/**
 * The command line, for people who only have an error message: {@code explain} says why a run is denied, {@code lint} what is wrong
 * with policies, {@code diff} which runs are admitted that were not before, {@code workflow} what a workflow looks like that may assume a role.
 *
 * <p>{@link io.github.cdkoidc.cli.Main} is the main class of the executable jar. A command takes arguments and input apart and makes a
 * report; {@link io.github.cdkoidc.cli.report.Format} renders it.
 */
@NullMarked
package io.github.cdkoidc.cli;

import org.jspecify.annotations.NullMarked;
