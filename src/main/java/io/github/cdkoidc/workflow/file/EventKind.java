package io.github.cdkoidc.workflow.file;

import java.util.Optional;
import java.util.Set;

/**
 * What the events have in common: which ref their runs are of.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows">GitHub: events
 *     that trigger workflows</a>
 */
public enum EventKind {
    /** The branch or tag that was pushed, as the filters allow. */
    PUSH,
    /** The branch or tag that was chosen. */
    DISPATCH,
    /** A pull request; the filters are of the branch that it is for. */
    PULL_REQUEST,
    /** A review of a pull request. What GitHub takes for the context is not documented. */
    REVIEW,
    /** A pull request, seen from the default branch. What GitHub takes for the context is not documented. */
    PULL_REQUEST_TARGET,
    /** A merge queue's own branch; the filters are of the branch that the queue is for. */
    MERGE_GROUP,
    /** The tag of a release. */
    RELEASE,
    /** A branch or tag that was created, or that a package is of. */
    CREATED,
    /** The branch or tag to deploy, or none. What GitHub takes for the context is not documented. */
    DEPLOYMENT,
    /** The default branch. */
    DEFAULT_BRANCH,
    /** Whatever the caller is of. */
    CALL;

    /** The kind of an event, if GitHub documents it. */
    static Optional<EventKind> of(String event) {
        return switch (event) {
            case "push" -> Optional.of(PUSH);
            case "workflow_dispatch" -> Optional.of(DISPATCH);
            case "pull_request" -> Optional.of(PULL_REQUEST);
            case "pull_request_review", "pull_request_review_comment" -> Optional.of(REVIEW);
            case "pull_request_target" -> Optional.of(PULL_REQUEST_TARGET);
            case "merge_group" -> Optional.of(MERGE_GROUP);
            case "release" -> Optional.of(RELEASE);
            case "create", "registry_package" -> Optional.of(CREATED);
            case "deployment", "deployment_status" -> Optional.of(DEPLOYMENT);
            case "workflow_call" -> Optional.of(CALL);
            case "branch_protection_rule",
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
                    "workflow_run" -> Optional.of(DEFAULT_BRANCH);
            default -> Optional.empty();
        };
    }

    /** The keys that GitHub allows under an event of this kind. */
    Set<String> keys(String event) {
        return switch (this) {
            case PUSH -> Set.of("branches", "branches-ignore", "tags", "tags-ignore", "paths", "paths-ignore");
            case DISPATCH -> Set.of("inputs");
            case PULL_REQUEST, PULL_REQUEST_TARGET ->
                Set.of("types", "branches", "branches-ignore", "paths", "paths-ignore");
            case MERGE_GROUP -> Set.of("types", "branches", "branches-ignore");
            case CALL -> Set.of("inputs", "outputs", "secrets");
            case DEPLOYMENT -> Set.of();
            case REVIEW, RELEASE, CREATED -> Set.of("types");
            case DEFAULT_BRANCH ->
                switch (event) {
                    case "workflow_run" -> Set.of("types", "workflows", "branches", "branches-ignore");
                    case "image_version" -> Set.of("types", "names", "versions");
                    default -> Set.of("types");
                };
        };
    }
}
