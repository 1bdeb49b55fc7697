package io.github.cdkoidc.soundness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tokens of runs whose repositories belong to nobody that a policy names. What such a run chooses, its refs, environments, workflows,
 * callers, audiences and its subject's template, is chosen as the policy asks for it.
 */
final class StrangerTokens {

    /** The claims of a stranger, and how its {@code sub} is made. */
    record Stranger(String kind, Map<String, String> claims) {}

    private record Repository(String owner, String ownerId, String name, String id) {

        String spelled(boolean immutable) {
            return immutable ? owner + "@" + ownerId + "/" + name + "@" + id : owner + "/" + name;
        }
    }

    private static final List<Repository> REPOSITORIES = List.of(
            new Repository("evil", "666", "octo-repo", "6661"),
            new Repository("octo-org-evil", "12345", "x", "567891"),
            new Repository("evil-octo-org", "61234", "octo-repo-evil", "156789"),
            new Repository("octo-orgs", "667", "octo-repo", "6671"));

    private static final List<String> EVENTS = List.of(
            "push main",
            "push evil",
            "push tag",
            "pull_request",
            "pull_request_target",
            "merge_group",
            "workflow_dispatch",
            "schedule",
            "release");

    private static final List<List<String>> TEMPLATES = List.of(
            List.of("environment"),
            List.of("context"),
            List.of("ref"),
            List.of("workflow"),
            List.of("workflow", "ref"),
            List.of("environment", "ref"),
            List.of("environment", "repo"),
            List.of("context", "repo"),
            List.of("repo"),
            List.of("repository"),
            List.of("repo", "environment"),
            List.of("repo", "ref", "job_workflow_ref"),
            List.of("repo", "context", "job_workflow_ref"),
            List.of("repository_owner"),
            List.of("repository_owner", "repository_visibility"),
            List.of("repository_owner_id"),
            List.of("repository_owner_id", "context"),
            List.of("repository_id"),
            List.of("repository_id", "environment"),
            List.of("job_workflow_ref"),
            List.of("job_workflow_ref", "repo"),
            List.of("job_workflow_sha"),
            List.of("workflow_ref"),
            List.of("workflow_sha"),
            List.of("head_ref"),
            List.of("base_ref"),
            List.of("event_name"),
            List.of("actor", "ref"),
            List.of("actor_id"),
            List.of("ref_type"),
            List.of("ref_protected"),
            List.of("sha"),
            List.of("run_id"),
            List.of("run_number"),
            List.of("run_attempt"),
            List.of("runner_environment"),
            List.of("repository_visibility"),
            List.of("enterprise"),
            List.of("enterprise_id"),
            List.of("repo_property_team"));

    /** What a run chooses, with what it chooses unasked. */
    private static final Map<String, String> UNASKED = Map.of(
            "environment", "prod",
            "workflow", "deploy",
            "actor", "octocat",
            "actor_id", "583231",
            "aud", "sts.amazonaws.com");

    /** What GitHub writes into a claim, whatever a policy asks for. */
    private static final Map<String, String> SHAPES = Map.of(
            "actor", "[A-Za-z0-9-]+",
            "actor_id", "[0-9]+",
            "ref", "refs/(heads|tags)/[^:*?]+",
            "job_workflow_ref", "[A-Za-z0-9-]+/[A-Za-z0-9._-]+/[.]github/workflows/[^@:]+@refs/[^:]+");

    private final List<Stranger> fixed = new ArrayList<>();

    StrangerTokens() {
        add(fixed, UNASKED, REPOSITORIES);
    }

    /**
     * The strangers that a policy is tried with.
     *
     * @param json the policy
     */
    List<Stranger> against(String json) {
        List<Stranger> all = new ArrayList<>(fixed);
        Map<String, String> asked = new TreeMap<>(UNASKED);
        for (JsonNode statement : OracleJson.list(OracleJson.read(json).path("Statement"))) {
            if (statement.path("Effect").asText().equals("Allow")) {
                statement
                        .path("Condition")
                        .forEach(block -> block.properties().forEach(test -> {
                            String key = test.getKey().substring(test.getKey().lastIndexOf(':') + 1);
                            OracleJson.list(test.getValue()).stream()
                                    .limit(1)
                                    .filter(JsonNode::isTextual)
                                    .map(value -> filled(value.asText()))
                                    .forEach(value -> asked.put(key.equals("sub") ? "" : key, value));
                        }));
            }
        }
        asked.remove("");
        asked.keySet()
                .retainAll(List.of("environment", "workflow", "actor", "actor_id", "aud", "ref", "job_workflow_ref"));
        SHAPES.forEach((claim, shape) ->
                asked.computeIfPresent(claim, (name, value) -> value.matches(shape) ? value : UNASKED.get(name)));
        if (!asked.equals(UNASKED)) {
            add(all, asked, REPOSITORIES.subList(0, 1));
        }
        return all;
    }

    private static String filled(String pattern) {
        return pattern.replaceFirst("^octo-org/\\*$", "octo-org/x/.github/workflows/x.yml@*")
                .replaceFirst("^\\*/[.]github", "evil/x/.github")
                .replace("@*", "@refs/heads/x")
                .replace("*", "x")
                .replace('?', 'x');
    }

    private static void add(List<Stranger> strangers, Map<String, String> asked, List<Repository> repositories) {
        for (Repository repository : repositories) {
            for (boolean immutable : new boolean[] {false, true}) {
                String spelling = immutable ? "immutable" : "classic";
                for (String event : EVENTS) {
                    for (boolean environment : new boolean[] {false, true}) {
                        Map<String, String> claims = claims(repository, event, environment, asked);
                        String repo = "repo:" + repository.spelled(immutable);
                        claims.put("sub", repo + ":" + context(claims));
                        strangers.add(new Stranger(spelling, claims));
                    }
                }
            }
        }
        for (List<String> template : TEMPLATES) {
            String event =
                    template.contains("head_ref") || template.contains("base_ref") ? "pull_request" : "push main";
            Repository repository = repositories.get(0);
            boolean environment = template.contains("environment");
            for (boolean immutable : new boolean[] {false, true}) {
                Map<String, String> claims = claims(repository, event, environment, asked);
                claims.put("sub", sub(template, claims, repository.spelled(immutable)));
                strangers.add(new Stranger("customised", claims));
                if (!template.contains("repo")) {
                    break;
                }
            }
        }
    }

    private static Map<String, String> claims(
            Repository repository, String event, boolean environment, Map<String, String> asked) {
        Map<String, String> claims = new LinkedHashMap<>();
        String ref =
                switch (event) {
                    case "push evil" -> "refs/heads/evil";
                    case "push tag", "release" -> "refs/tags/v1";
                    case "pull_request" -> "refs/pull/1/merge";
                    case "merge_group" -> "refs/heads/gh-readonly-queue/main/pr-1-0123456";
                    case "push main", "workflow_dispatch" -> asked.getOrDefault("ref", "refs/heads/main");
                    default -> "refs/heads/main";
                };
        boolean pull = event.equals("pull_request");
        String workflow = repository.spelled(false) + "/.github/workflows/deploy.yml@" + ref;
        claims.put("aud", asked.getOrDefault("aud", "sts.amazonaws.com"));
        claims.put("actor", asked.getOrDefault("actor", "octocat"));
        claims.put("actor_id", asked.getOrDefault("actor_id", "583231"));
        claims.put("workflow", asked.getOrDefault("workflow", "deploy"));
        claims.put("ref", ref);
        claims.put("ref_type", ref.startsWith("refs/tags/") ? "tag" : "branch");
        claims.put("ref_protected", "false");
        claims.put("head_ref", pull ? "main" : "");
        claims.put("base_ref", pull ? "main" : "");
        claims.put("event_name", event.startsWith("push") ? "push" : event);
        claims.put("job_workflow_ref", asked.getOrDefault("job_workflow_ref", workflow));
        claims.put("job_workflow_sha", "0".repeat(40));
        claims.put("workflow_ref", workflow);
        claims.put("workflow_sha", "0".repeat(40));
        claims.put("sha", "0".repeat(40));
        claims.put("repository", repository.spelled(false));
        claims.put("repository_id", repository.id());
        claims.put("repository_owner", repository.owner());
        claims.put("repository_owner_id", repository.ownerId());
        claims.put("repository_visibility", "public");
        claims.put("run_id", "1");
        claims.put("run_number", "1");
        claims.put("run_attempt", "1");
        claims.put("runner_environment", "github-hosted");
        claims.put("enterprise", "evil");
        claims.put("repo_property_team", "prod");
        if (repository.owner().equals("evil")) {
            claims.put("enterprise_id", "999");
        }
        if (environment) {
            claims.put("environment", asked.getOrDefault("environment", "prod"));
        }
        return claims;
    }

    private static String context(Map<String, String> claims) {
        if (claims.containsKey("environment")) {
            return "environment:" + escaped(claims.get("environment"));
        }
        return "pull_request".equals(claims.get("event_name")) ? "pull_request" : "ref:" + claims.get("ref");
    }

    private static String sub(List<String> template, Map<String, String> claims, String repository) {
        List<String> parts = new ArrayList<>();
        for (String key : template) {
            switch (key) {
                case "repo", "repository" -> parts.add("repo:" + repository);
                case "context" -> parts.add(context(claims));
                default -> parts.add(key + ":" + escaped(claims.get(key)));
            }
        }
        return String.join(":", parts);
    }

    private static String escaped(String value) {
        return value.replace(":", "%3A");
    }
}
