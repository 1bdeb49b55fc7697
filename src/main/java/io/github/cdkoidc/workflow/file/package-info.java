/**
 * Workflow files as they are written: {@link io.github.cdkoidc.workflow.file.WorkflowReader} reads a {@link
 * io.github.cdkoidc.workflow.file.Workflow} with its triggers and jobs as GitHub does. What it does not understand it says.
 */
@NullMarked
package io.github.cdkoidc.workflow.file;

import org.jspecify.annotations.NullMarked;
