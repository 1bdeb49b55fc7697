package io.github.cdkoidc.workflow;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code github.…} means in the runs of a scenario.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#github-context">GitHub: github
 *     context</a>
 */
record GitHubContext(Facts facts, Workflow workflow, Scenario scenario) {

    private static final Set<String> PULL_REQUESTS =
            Set.of("pull_request", "pull_request_target", "pull_request_review", "pull_request_review_comment");

    /** Parts of the payload that only some events have. */
    private static final Map<String, Set<String>> PAYLOADS = Map.of(
            "pull_request", PULL_REQUESTS,
            "schedule", Set.of("schedule"),
            "workflow_run", Set.of("workflow_run"),
            "release", Set.of("release"),
            "client_payload", Set.of("repository_dispatch"),
            "issue", Set.of("issues", "issue_comment"),
            "merge_group", Set.of("merge_group"),
            "deployment", Set.of("deployment", "deployment_status"));

    /** The value of a path behind {@code github}, in lower case. */
    Term lookUp(List<String> path) {
        return switch (path.isEmpty() ? "" : path.get(0)) {
            case "event" -> event(path.subList(1, path.size()));
            case "event_name" -> Term.of(Literal.of(scenario.trigger().event()));
            case "ref" -> Term.of(scenario.ref());
            case "ref_name" -> Term.of(scenario.refName());
            case "ref_type" -> Term.of(scenario.refType());
            case "base_ref" -> Term.of(scenario.base());
            case "head_ref" -> isPullRequest() ? differs(path) : Term.of(Literal.of(""));
            case "workflow" -> Term.of(Literal.of(workflow.name()));
            case "repository" -> Term.of(Literal.of(facts.repository().fullName()));
            case "repository_owner" -> Term.of(Literal.of(facts.repository().owner()));
            case "repository_id" ->
                id(path, facts.repository().ids().map(ids -> ids.repository()).orElse(0L));
            case "repository_owner_id" ->
                id(path, facts.repository().ids().map(ids -> ids.owner()).orElse(0L));
            default -> differs(path);
        };
    }

    private Term event(List<String> path) {
        if (path.isEmpty()) {
            return differs(List.of("event"));
        }
        String event = scenario.trigger().event();
        if (!PAYLOADS.getOrDefault(path.get(0), Set.of(event)).contains(event)) {
            return Term.of(Literal.NULL);
        }
        if (path.equals(List.of("pull_request", "base", "ref"))) {
            return Term.of(scenario.base());
        }
        boolean defaultBranch = path.equals(List.of("repository", "default_branch")) && !event.equals("schedule");
        return defaultBranch ? Term.of(facts.branch()) : differs(path, "github.event.");
    }

    private static Term id(List<String> path, long id) {
        return id == 0 ? differs(path) : Term.of(Literal.of(Long.toString(id)));
    }

    boolean isPullRequest() {
        return PULL_REQUESTS.contains(scenario.trigger().event());
    }

    private static Term differs(List<String> path) {
        return differs(path, "github.");
    }

    private static Term differs(List<String> path, String context) {
        String name = context + String.join(".", path);
        return Term.unknown(name, name + " differs from run to run");
    }
}
