package io.github.cdkoidc.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the events have in common: which ref their runs are of.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows">GitHub: events
 *     that trigger workflows</a>
 */
enum EventKind {
    /** The branch or tag that was pushed, as the filters allow. */
    PUSH(Set.of("push"), Set.of("branches", "branches-ignore", "tags", "tags-ignore", "paths", "paths-ignore")),
    /** The branch or tag that somebody chose. */
    DISPATCH(Set.of("workflow_dispatch"), Set.of("inputs")),
    /** A pull request; the filters are of the branch that it is for. */
    PULL_REQUEST(Set.of("pull_request"), Set.of("types", "branches", "branches-ignore", "paths", "paths-ignore")),
    /** A review of a pull request. What GitHub takes for the context is not documented. */
    REVIEW(Set.of("pull_request_review", "pull_request_review_comment"), Set.of("types")),
    /** A pull request, seen from the default branch. What GitHub takes for the context is not documented. */
    PULL_REQUEST_TARGET(
            Set.of("pull_request_target"), Set.of("types", "branches", "branches-ignore", "paths", "paths-ignore")),
    /** A merge queue's own branch; the filters are of the branch that the queue is for. */
    MERGE_GROUP(Set.of("merge_group"), Set.of("types", "branches", "branches-ignore")),
    /** The tag of a release. */
    RELEASE(Set.of("release"), Set.of("types")),
    /** A branch or tag that was created, or that a package is of. */
    CREATED(Set.of("create", "registry_package"), Set.of("types")),
    /** The branch or tag to deploy, or none. What GitHub takes for the context is not documented. */
    DEPLOYMENT(Set.of("deployment", "deployment_status"), Set.of()),
    /** The default branch. */
    DEFAULT_BRANCH(
            Set.of(
                    "branch_protection_rule",
                    "check_run",
                    "check_suite",
                    "delete",
                    "discussion",
                    "discussion_comment",
                    "fork",
                    "gollum",
                    "image_version",
                    "issue_comment",
                    "issues",
                    "label",
                    "milestone",
                    "page_build",
                    "project",
                    "project_card",
                    "project_column",
                    "public",
                    "repository_dispatch",
                    "schedule",
                    "status",
                    "watch",
                    "workflow_run"),
            Set.of("types")),
    /** Whatever the caller is of. */
    CALL(Set.of("workflow_call"), Set.of("inputs", "outputs", "secrets"));

    /** Keys of single events, beside those of their kind. */
    private static final Map<String, Set<String>> MORE_KEYS = Map.of(
            "workflow_run", Set.of("types", "workflows", "branches", "branches-ignore"),
            "image_version", Set.of("types", "names", "versions"));

    private final Set<String> events;
    private final Set<String> keys;

    EventKind(Set<String> events, Set<String> keys) {
        this.events = events;
        this.keys = keys;
    }

    static Optional<EventKind> of(String event) {
        return Stream.of(values()).filter(kind -> kind.events.contains(event)).findFirst();
    }

    /** The keys that GitHub allows under the event. */
    Set<String> keys(String event) {
        return MORE_KEYS.getOrDefault(event, keys);
    }
}
