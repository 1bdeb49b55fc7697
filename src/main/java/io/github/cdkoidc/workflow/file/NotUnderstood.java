package io.github.cdkoidc.workflow.file;

import io.github.cdkoidc.internal.yaml.SourceLocation;

/** What was not understood and so is not part of any prediction, and what follows from not understanding it. */
public record NotUnderstood(SourceLocation place, String what) {

    @Override
    public String toString() {
        return place + ": " + what;
    }
}
