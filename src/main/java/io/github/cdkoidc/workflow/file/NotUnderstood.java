package io.github.cdkoidc.workflow.file;

import io.github.cdkoidc.internal.yaml.SourceLocation;

/**
 * Something in a workflow that was not understood, and so is not part of any prediction.
 *
 * @param place where it is written
 * @param what what it is, and what follows from not understanding it
 */
public record NotUnderstood(SourceLocation place, String what) {

    @Override
    public String toString() {
        return place + ": " + what;
    }
}
