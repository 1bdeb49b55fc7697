/**
 * What will run: the tokens that the jobs of a repository's workflows will present.
 *
 * <p>Start at {@link io.github.cdkoidc.workflow.Predictor}, which makes {@link io.github.cdkoidc.workflow.PredictedRun}s of the workflows that
 * {@link io.github.cdkoidc.workflow.file.WorkflowReader} has read. Nothing here knows AWS CDK, and nothing here starts a process.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax">GitHub: workflow syntax</a>
 */
@NullMarked
package io.github.cdkoidc.workflow;

import org.jspecify.annotations.NullMarked;
