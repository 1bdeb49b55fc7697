package io.github.cdkoidc.trust.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.trust.TrustPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Applies every remedy that is told of a denial, over all policies of the cases and every run of them: the run is admitted afterwards, and
 * no run of another owner is that was denied before.
 */
class PolicyEditTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String ISSUER = "https://token.actions.githubusercontent.com";

    /** The runs that each policy is asked about. */
    private static final List<Map<String, String>> RUNS = List.of(
            run("repo:octo-org/octo-repo:ref:refs/heads/main", "ref", "refs/heads/main"),
            run("repo:octo-org/octo-repo:ref:refs/heads/master", "ref", "refs/heads/master"),
            run("repo:octo-org/octo-repo:ref:refs/tags/v1", "ref", "refs/tags/v1"),
            run(
                    "repo:octo-org/octo-repo:environment:production",
                    "environment",
                    "production",
                    "ref",
                    "refs/heads/main"),
            run("repo:octo-org/octo-repo:pull_request", "ref", "refs/pull/1/merge", "event_name", "pull_request"),
            run("repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main", "ref", "refs/heads/main"),
            run("repo:octo-org@123456/octo-repo@456789:environment:production", "environment", "production"),
            run("repository_owner_id:123456:repository_id:456789:ref:refs/heads/main", "ref", "refs/heads/main"),
            run("environment:production", "environment", "production"),
            run(
                    "repo:octo-org/octo-repo:ref:refs/heads/gh-readonly-queue/main/pr-1-0123456789abcdef0123456789abcdef01234567"));

    private static Map<String, String> run(String sub, String... more) {
        Map<String, String> claims = new TreeMap<>(Map.of(
                "iss", ISSUER,
                "aud", "sts.amazonaws.com",
                "sub", sub,
                "repository", "octo-org/octo-repo",
                "repository_owner", "octo-org",
                "repository_id", "456789",
                "repository_owner_id", "123456",
                "actor", "octocat",
                "job_workflow_ref", "octo-org/octo-repo/.github/workflows/x.yml@refs/heads/main"));
        for (int i = 0; i < more.length; i += 2) {
            claims.put(more[i], more[i + 1]);
        }
        return claims;
    }

    /** Tokens of strangers, written apart from those that the remedies are proved with. */
    private static List<GitHubClaims> strangers(GitHubClaims run) {
        List<GitHubClaims> strangers = new ArrayList<>();
        String context = run.get("sub")
                .orElse("")
                .replaceFirst("^(?:(?:repo|repository_id|repository_owner_id):[^:]*(?::|$))+", "");
        for (String repository : List.of(
                "evil/octo-repo", "octo-org-evil/octo-repo", "evil@66/octo-repo@77", "octo-org@66/octo-repo@77")) {
            Map<String, String> claims = new TreeMap<>(run.values());
            claims.put("repository", repository.replaceAll("@\\d+", ""));
            claims.put("repository_owner", repository.replaceAll("[@/].*", ""));
            claims.put("repository_id", "77");
            claims.put("repository_owner_id", "66");
            claims.put("sub", "repo:" + repository + ":" + context);
            strangers.add(GitHubClaims.of(claims));
            claims.put("sub", context);
            strangers.add(GitHubClaims.of(claims));
            claims.put("sub", "repository_owner_id:66:repository_id:77:" + context);
            strangers.add(GitHubClaims.of(claims));
        }
        return strangers;
    }

    private static Stream<Path> files(String place) {
        try {
            Path root = Path.of(TrustPolicy.class.getResource(place).toURI());
            try (Stream<Path> found = Files.walk(root)) {
                return found.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Asked(PolicyDocument policy, GitHubClaims run) {}

    private static void collect(JsonNode node, List<Asked> asked) {
        if (node.has("policy") && node.get("policy").has("Statement")) {
            read(node.get("policy").toString(), node.path("claims"), asked);
        } else if (node.has("Statement")) {
            read(node.toString(), node.path("claims"), asked);
        } else {
            node.forEach(child -> collect(child, asked));
        }
    }

    private static void read(String json, JsonNode claims, List<Asked> asked) {
        PolicyDocument policy;
        try {
            policy = PolicyDocument.parse(json);
        } catch (RuntimeException e) {
            return;
        }
        RUNS.forEach(run -> asked.add(new Asked(policy, GitHubClaims.of(run))));
        if (claims.isObject()) {
            Map<String, String> own = new TreeMap<>();
            claims.properties()
                    .forEach(claim -> own.put(claim.getKey(), claim.getValue().asText()));
            asked.add(new Asked(policy, GitHubClaims.of(own)));
        }
    }

    private static List<Asked> asked(Path file) {
        try {
            List<Asked> asked = new ArrayList<>();
            collect(JSON.readTree(file.toFile()), asked);
            return asked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRemedyAdmitsTheRunAndNoStranger() {
        return Stream.of("decision/cases", "rules/cases")
                .flatMap(PolicyEditTest::files)
                .map(file -> DynamicTest.dynamicTest(
                        file.getParent().getFileName() + "/" + file.getFileName(),
                        () -> asked(file).forEach(one -> proved(one.policy(), one.run()))));
    }

    static void proved(PolicyDocument policy, GitHubClaims run) {
        Decision decision = TrustPolicy.of(policy).decide(run);
        if (!decision.isDenied()) {
            return;
        }
        Denial denial = decision.denial();
        String why = policy.toJson() + "\n" + run + "\n" + decision.explain();
        assertThat(decision.reasons()).as(why).isNotEmpty();
        assertThat(decision.reasons())
                .as(why)
                .anyMatch(reason -> !reason.remedy().isEmpty());
        TrustPolicy after =
                TrustPolicy.parse(PolicyEdit.all(denial.edits(), policy).toJson());
        Decision again = TrustPolicy.of(PolicyEdit.all(denial.edits(), policy).withProviders(policy.providers()))
                .decide(run);
        if (!denial.edits().isEmpty() && denial.isComplete()) {
            assertThat(again.isDenied())
                    .as(why + "\nafterwards " + again.explain())
                    .isFalse();
            assertThat(decision.explain()).as(why).contains("write      ");
        }
        for (GitHubClaims stranger : strangers(run)) {
            if (TrustPolicy.of(policy).decide(stranger).isDenied()) {
                assertThat(after.decide(stranger).isDenied())
                        .as(why + "\nstranger " + stranger)
                        .isTrue();
            }
        }
    }
}
