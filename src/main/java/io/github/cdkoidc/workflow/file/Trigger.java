package io.github.cdkoidc.workflow.file;

import io.github.cdkoidc.internal.yaml.SourceLocation;
import io.github.cdkoidc.workflow.text.NameFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One event of {@code on:} with its filters. If {@code branches} is there and {@code tags} is not, no tag starts a run, and the other way
 * round. Without either, both do.
 *
 * @param branches the branches of {@code branches:} or {@code branches-ignore:}; of a pull request, those that it is for
 * @param types the activities of {@code types:}; none if all that GitHub takes by default
 * @param inputs the inputs of {@code workflow_dispatch} or {@code workflow_call}, by name in lower case
 * @param understood whether all filters were understood; otherwise any ref may start a run, or none
 */
public record Trigger(
        String event,
        SourceLocation place,
        Optional<NameFilter> branches,
        Optional<NameFilter> tags,
        List<String> types,
        Map<String, Input> inputs,
        boolean understood) {

    public Trigger {
        types = List.copyOf(types);
        inputs = Map.copyOf(inputs);
    }

    /** The kind of the event, if GitHub has such an event. */
    public Optional<EventKind> kind() {
        return EventKind.of(event);
    }
}
