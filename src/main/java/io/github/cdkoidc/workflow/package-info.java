/**
 * What will run: the workflow files of a repository, and the tokens that their jobs will present.
 *
 * <p>Start at {@link io.github.cdkoidc.workflow.WorkflowReader}, which reads the files as GitHub does, and at {@link
 * io.github.cdkoidc.workflow.Predictor}, which makes {@link io.github.cdkoidc.workflow.PredictedRun}s of them. A {@link
 * io.github.cdkoidc.workflow.Value} is what can be known of a claim before the run. Needs {@code org.snakeyaml:snakeyaml-engine},
 * which the artifact does not bring along. Nothing here knows AWS CDK, and nothing here starts a process.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax">GitHub: workflow syntax</a>
 */
@NullMarked
package io.github.cdkoidc.workflow;

import org.jspecify.annotations.NullMarked;
