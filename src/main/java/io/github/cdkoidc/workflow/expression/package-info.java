/**
 * GitHub's expressions: {@code ${{ … }}} in a text, {@code if:} of a job or a step, and what is known of their results before the run.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions">GitHub: expressions</a>
 */
@NullMarked
package io.github.cdkoidc.workflow.expression;

import org.jspecify.annotations.NullMarked;
