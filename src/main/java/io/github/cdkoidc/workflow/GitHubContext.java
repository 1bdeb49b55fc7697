package io.github.cdkoidc.workflow;

import io.github.cdkoidc.workflow.expression.ExpressionValue;
import io.github.cdkoidc.workflow.expression.PossibleResults;
import io.github.cdkoidc.workflow.file.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code github.…} means in the runs of a scenario.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#github-context">GitHub: github
 *     context</a>
 */
record GitHubContext(RepositoryFacts facts, Workflow workflow, Scenario scenario) {

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
    PossibleResults lookUp(List<String> path) {
        return switch (path.isEmpty() ? "" : path.get(0)) {
            case "event" -> event(path.subList(1, path.size()));
            case "event_name" ->
                PossibleResults.of(ExpressionValue.of(scenario.trigger().event()));
            case "ref" -> PossibleResults.of(scenario.ref());
            case "ref_name" -> PossibleResults.of(scenario.refName());
            case "ref_type" -> PossibleResults.of(scenario.refType());
            case "base_ref" -> PossibleResults.of(scenario.base());
            case "head_ref" -> isPullRequest() ? differs(path) : PossibleResults.of(ExpressionValue.of(""));
            case "workflow" -> PossibleResults.of(ExpressionValue.of(workflow.name()));
            case "repository" ->
                PossibleResults.of(ExpressionValue.of(facts.repository().fullName()));
            case "repository_owner" ->
                PossibleResults.of(ExpressionValue.of(facts.repository().owner()));
            case "repository_id" ->
                id(path, facts.repository().ids().map(ids -> ids.repository()).orElse(0L));
            case "repository_owner_id" ->
                id(path, facts.repository().ids().map(ids -> ids.owner()).orElse(0L));
            default -> differs(path);
        };
    }

    private PossibleResults event(List<String> path) {
        if (path.isEmpty()) {
            return differs(List.of("event"));
        }
        String event = scenario.trigger().event();
        if (!PAYLOADS.getOrDefault(path.get(0), Set.of(event)).contains(event)) {
            return PossibleResults.of(ExpressionValue.NULL);
        }
        if (path.equals(List.of("pull_request", "base", "ref"))) {
            return PossibleResults.of(scenario.base());
        }
        boolean defaultBranch = path.equals(List.of("repository", "default_branch")) && !event.equals("schedule");
        return defaultBranch ? PossibleResults.of(facts.branch()) : differs(path, "github.event.");
    }

    private static PossibleResults id(List<String> path, long id) {
        return id == 0 ? differs(path) : PossibleResults.of(ExpressionValue.of(Long.toString(id)));
    }

    boolean isPullRequest() {
        return PULL_REQUESTS.contains(scenario.trigger().event());
    }

    private static PossibleResults differs(List<String> path) {
        return differs(path, "github.");
    }

    private static PossibleResults differs(List<String> path, String context) {
        String name = context + String.join(".", path);
        return PossibleResults.unknown(name, name + " differs from run to run");
    }
}
