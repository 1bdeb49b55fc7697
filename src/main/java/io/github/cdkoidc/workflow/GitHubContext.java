package io.github.cdkoidc.workflow;

import io.github.cdkoidc.workflow.expression.ExpressionValue;
import io.github.cdkoidc.workflow.expression.PossibleResults;
import io.github.cdkoidc.workflow.file.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code github.…} means in the runs of a scenario.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#github-context">GitHub: github context</a>
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
            case "event" -> event(path);
            case "event_name" -> PossibleResults.of(scenario.trigger().event());
            case "ref" -> PossibleResults.of(scenario.ref());
            case "ref_name" -> PossibleResults.of(scenario.refName());
            case "ref_type" -> PossibleResults.of(scenario.refType());
            case "base_ref" -> PossibleResults.of(scenario.base());
            case "head_ref" ->
                PULL_REQUESTS.contains(scenario.trigger().event()) ? differs(path) : PossibleResults.of("");
            case "workflow" -> PossibleResults.of(workflow.name());
            case "repository", "repository_owner", "repository_id", "repository_owner_id" ->
                Optional.ofNullable(facts.claims().get(path.get(0)))
                        .map(PossibleResults::of)
                        .orElseGet(() -> differs(path));
            default -> differs(path);
        };
    }

    private PossibleResults event(List<String> path) {
        if (path.size() == 1) {
            return differs(path);
        }
        String event = scenario.trigger().event();
        if (!PAYLOADS.getOrDefault(path.get(1), Set.of(event)).contains(event)) {
            return PossibleResults.of(ExpressionValue.NULL);
        }
        if (path.equals(List.of("event", "pull_request", "base", "ref"))) {
            return PossibleResults.of(scenario.base());
        }
        boolean defaultBranch = path.equals(List.of("event", "repository", "default_branch"));
        return defaultBranch && !event.equals("schedule") ? PossibleResults.of(facts.branch()) : differs(path);
    }

    private static PossibleResults differs(List<String> path) {
        String name = "github." + String.join(".", path);
        return PossibleResults.unknown(name, name + " differs from run to run");
    }
}
