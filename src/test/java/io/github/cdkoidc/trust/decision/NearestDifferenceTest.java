package io.github.cdkoidc.trust.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cause that is named for each kind of difference, and what is written into the policy against it. */
class NearestDifferenceTest {

    private static final String PROVIDER =
            "{\"Federated\": \"arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com\"}";
    private static final String ACTION = "\"sts:AssumeRoleWithWebIdentity\"";
    private static final String KEY = "token.actions.githubusercontent.com:";

    private static String statement(String effect, String principal, String action, String conditions) {
        return "{\"Effect\": \"" + effect + "\", \"Principal\": " + principal + ", \"Action\": " + action
                + ", \"Condition\": {" + conditions.replace("KEY:", KEY) + "}}";
    }

    private static PolicyDocument policy(String... statements) {
        return PolicyDocument.parse(
                "{\"Version\": \"2012-10-17\", \"Statement\": [" + String.join(",", statements) + "]}");
    }

    private static PolicyDocument wanting(String operator, String sub) {
        return policy(statement("Allow", PROVIDER, ACTION, "\"" + operator + "\": {\"KEY:sub\": \"" + sub + "\"}"));
    }

    private static GitHubClaims run(String sub, String... more) {
        Map<String, String> claims = new TreeMap<>(Map.of(
                "iss", "https://token.actions.githubusercontent.com",
                "aud", "sts.amazonaws.com",
                "repository", "tuna/can",
                "repository_owner", "tuna",
                "repository_id", "20",
                "repository_owner_id", "10",
                "ref", "refs/heads/main",
                "sub", sub));
        for (int i = 0; i < more.length; i += 2) {
            claims.put(more[i], more[i + 1]);
        }
        return GitHubClaims.of(claims);
    }

    private static String told(PolicyDocument policy, GitHubClaims run) {
        PolicyEditTest.proved(policy, run);
        return TrustPolicy.of(policy).decide(run).explain();
    }

    static Stream<Arguments> mistakes() {
        String main = "repo:tuna/can:ref:refs/heads/main";
        String live = "repo:tuna/can:environment:live";
        String pull = "repo:tuna/can:pull_request";
        return Stream.of(
                arguments("tuna/can:ref:refs/heads/main", main, "does not begin with"),
                arguments("repository:tuna/can:ref:refs/heads/main", main, "does not begin with"),
                arguments("/tuna/can:ref:refs/heads/main", main, "does not begin with"),
                arguments("repo:github.com/tuna/can:ref:refs/heads/main", main, "a host or a URL"),
                arguments("repo:https://github.com/tuna/can:ref:refs/heads/main", main, "a host or a URL"),
                arguments("repo:git@github.com:tuna/can:ref:refs/heads/main", main, "a host or a URL"),
                arguments("https://github.com/tuna/can.git:ref:main", main, "a host or a URL"),
                arguments("repo:tuna/can.git:ref:refs/heads/main", main, ".git"),
                arguments("repo:tuna/can:ref:main", main, "the whole name of the ref"),
                arguments("repo:tuna/can:branch:main", main, "the whole name of the ref"),
                arguments("repo:tuna/can:main", main, "the whole name of the ref"),
                arguments("repo:tuna/can:ref:heads/main", main, "the whole name of the ref"),
                arguments("repo:tuna/can:ref:refs/head/main", main, "the whole name of the ref"),
                arguments("repo:tuna/can:ref:/refs/heads/main", main, "the whole name of the ref"),
                arguments("repo:tuna/can:refs/heads/main", main, "\"ref:\" is missing"),
                arguments("repo:tuna/can:env:live", live, "an environment or pull_request"),
                arguments("repo:tuna/can:environments/live", live, "an environment or pull_request"),
                arguments("repo:tuna/can:pull-request", pull, "an environment or pull_request"),
                arguments("repo:tuna/can:ref:refs/pull/7/merge", pull, "pull_request"),
                arguments("repo:tuna/can", main, "ends behind the repository"),
                arguments("repo:tuna/can:", live, "ends behind the repository"),
                arguments("repo:tuna/can:ref:refs/heads/main ", main, "a blank"),
                arguments(" repo:tuna/can:ref:refs/heads/main", main, "a blank"),
                arguments("repo: tuna/can: ref:refs/heads/main", main, "a blank"),
                arguments("'repo:tuna/can:ref:refs/heads/main'", main, "a quote"),
                arguments("repo:<OWNER>/<REPO>:ref:refs/heads/main", main, "a placeholder"),
                arguments("repo:YOUR_ORG/YOUR_REPO:ref:refs/heads/main", main, "a placeholder"),
                arguments("repo:tuna/can:ref:refs/heads/<BRANCH>", main, "a placeholder"),
                arguments("repo:{owner}/{repo}:environment:live", live, "a placeholder"),
                arguments("repo:GITHUB_ORG/can:environment:live", live, "a placeholder"),
                arguments(
                        "repo:tuna/can:environment:live:ref:refs/heads/main", live, "the environment replaces the ref"),
                arguments(
                        "repo:tuna/can:ref:refs/heads/main:environment:live",
                        live,
                        "the environment replaces the ref"));
    }

    @ParameterizedTest
    @MethodSource
    void mistakes(String wanted, String presented, String cause) {
        for (String operator :
                new String[] {"StringEquals", "StringLike", "ForAnyValue:StringEquals", "StringEqualsIfExists"}) {
            String told = told(wanting(operator, wanted), run(presented));
            assertThat(told)
                    .contains("cause      ")
                    .contains(cause)
                    .contains("write      ")
                    .contains("\"" + KEY + "sub\": \"" + presented + "\"");
        }
    }

    static Stream<Arguments> differences() {
        String main = "repo:tuna/can:ref:refs/heads/main";
        String numbered = "repo:tuna@10/can@20:ref:refs/heads/main";
        return Stream.of(
                arguments("repo:tuna/tin:ref:refs/heads/main", main, "another repository: tuna/tin"),
                arguments("repo:cod/can:ref:refs/heads/main", main, "another repository, of another owner: cod/can"),
                arguments("repo:cod@1/can@2:ref:refs/heads/main", numbered, "another repository, of another owner"),
                arguments("repo:Tuna/can:ref:refs/heads/main", main, "only the case differs"),
                arguments("repo:tuna@10/tin@20:ref:refs/heads/main", numbered, "was renamed"),
                arguments("repo:cod@1/can@20:ref:refs/heads/main", numbered, "was transferred"),
                arguments("repo:tuna@10/can@21:ref:refs/heads/main", numbered, "the number is another"),
                arguments("repo:tuna@10/can@21:ref:refs/heads/main", main, "the number is another"),
                arguments(main, numbered, "the immutable spelling"),
                arguments(numbered, main, "the classic one"),
                arguments(
                        "repo:tuna/can:ref:refs/heads/master",
                        main,
                        "the run is of the branch main, and the policy trusts the branch master"),
                arguments(
                        main,
                        "repo:tuna/can:ref:refs/tags/v2",
                        "the run is of the tag v2, and the policy trusts the branch main"),
                arguments(
                        "repo:tuna/can:ref:refs/tags/v2",
                        main,
                        "the run is of the branch main, and the policy trusts the tag v2"),
                arguments("repo:tuna/can:pull_request", main, "the policy trusts pull requests alone"),
                arguments(main, "repo:tuna/can:pull_request", "it is a pull request"),
                arguments("repo:tuna/can:environment:live", main, "the job names no environment"),
                arguments("repo:tuna/can:environment:live", "repo:tuna/can:environment:test", "another environment"),
                arguments(main, "repo:tuna/can:environment:live", "the environment replaced the ref"),
                arguments(
                        main,
                        "repo:tuna/can:ref:refs/heads/gh-readonly-queue/main/pr-7-00000000000000000000000000000000000000ab",
                        "merge queue"),
                arguments(main, "repo:tuna/can", "customised (include_claim_keys: repo)"),
                arguments(
                        main,
                        "repository_id:20:ref:refs/heads/main",
                        "customised (include_claim_keys: repository_id, ref)"),
                arguments(
                        main,
                        "repo:tuna/can:job_workflow_ref:tuna/can/.github/workflows/x.yml@refs/heads/main",
                        "customised (include_claim_keys: repo, job_workflow_ref)"),
                arguments(
                        "repo:tuna/can:ref:refs/heads/main:actor:cat",
                        main,
                        "trusts a customised sub (include_claim_keys: repo, ref, actor)"),
                arguments("repo:tuna/tin:ref:refs/heads/next", main, "the policy trusts another repository"));
    }

    @ParameterizedTest
    @MethodSource
    void differences(String wanted, String presented, String cause) {
        for (String operator : new String[] {"StringEquals", "StringLike"}) {
            assertThat(told(wanting(operator, wanted), run(presented)))
                    .contains("cause      ")
                    .contains(cause)
                    .contains("remedy     ")
                    .contains("write      ");
        }
    }

    static Stream<Arguments> statements() {
        String tight = "\"StringEquals\": {\"KEY:sub\": \"repo:tuna/can:ref:refs/heads/main\"}";
        String old = "{\"Federated\": \"arn:aws:iam::123456789012:oidc-provider/%s\"}";
        return Stream.of(
                arguments(
                        statement("Allow", PROVIDER, "\"sts:AssumeRole\"", tight),
                        "the action is another one",
                        "\"Action\": \"sts:AssumeRoleWithWebIdentity\""),
                arguments(
                        statement("Allow", PROVIDER, "[\"sts:AssumeRole\", \"sts:TagSession\"]", tight),
                        "the action is another one",
                        "\"Action\": [\"sts:TagSession\", \"sts:AssumeRoleWithWebIdentity\"]"),
                arguments(
                        statement("Allow", "{\"AWS\": \"arn:aws:iam::123456789012:root\"}", ACTION, tight),
                        "it is no AWS account",
                        "\"Principal\": {\"Federated\":\"arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com\"}"),
                arguments(
                        statement(
                                "Allow",
                                old.formatted("vstoken.actions.githubusercontent.com"),
                                ACTION,
                                tight.replace("KEY:", "vstoken.actions.githubusercontent.com:")),
                        "not written as GitHub's issuer",
                        "\"token.actions.githubusercontent.com:sub\": "),
                arguments(
                        statement("Allow", old.formatted("token.actions.githubusercontent.com/"), ACTION, tight),
                        "not written as GitHub's issuer",
                        "oidc-provider/token.actions.githubusercontent.com\"}"),
                arguments(
                        statement("Allow", old.formatted("token.action.githubusercontent.com"), ACTION, tight),
                        "not written as GitHub's issuer",
                        "oidc-provider/token.actions.githubusercontent.com\"}"),
                arguments(
                        statement("Allow", old.formatted("token.actions.tuna.ghe.com"), ACTION, tight),
                        "(GHE.com)",
                        "remedy     add the provider"),
                arguments(
                        statement("Allow", old.formatted("git.tuna.example/_services/token"), ACTION, tight),
                        "(GitHub Enterprise Server)",
                        "remedy     add the provider"),
                arguments(
                        statement("Allow", old.formatted("token.actions.githubusercontent.com/tuna"), ACTION, tight),
                        "an enterprise's own issuer",
                        "--issuer https://token.actions.githubusercontent.com/tuna"),
                arguments(
                        statement("Allow", old.formatted("gitlab.com"), ACTION, tight),
                        "not GitHub's provider",
                        "remedy     add the provider"),
                arguments(
                        statement("Allow", PROVIDER, ACTION, tight + ", \"StringLike\": {\"KEY:aud\": \"sigstore\"}"),
                        "another audience",
                        "\"KEY:aud\": [\"sigstore\", \"sts.amazonaws.com\"]".replace("KEY:", KEY)),
                arguments(
                        statement(
                                "Allow",
                                PROVIDER,
                                ACTION,
                                tight
                                        + ", \"StringLike\": {\"KEY:iss\": \"https://token.actions.githubusercontent.com\"}"),
                        "never populates",
                        "without the line"),
                arguments(
                        statement(
                                "Allow", PROVIDER, ACTION, tight + ", \"StringLike\": {\"KEY:environment\": \"live\"}"),
                        "the job names no environment",
                        "write environment: live in the job"),
                arguments(
                        statement(
                                "Allow",
                                PROVIDER,
                                ACTION,
                                "\"StringEquals\": {\"KEY:repository_id\": \"20\", \"KEY:repository\": \"tuna/tin\"}"),
                        "was renamed or transferred",
                        "\"KEY:repository\": \"tuna/can\"".replace("KEY:", KEY)),
                arguments(
                        statement(
                                "Allow",
                                PROVIDER,
                                ACTION,
                                "\"StringEquals\": {\"KEY:repository_id\": \"20\", \"KEY:repository_owner_id\": \"9\"}"),
                        "was transferred",
                        "\"KEY:repository_owner_id\": \"10\"".replace("KEY:", KEY)),
                arguments(
                        statement(
                                "Allow",
                                PROVIDER,
                                ACTION,
                                "\"StringEquals\": {\"KEY:repository_id\": \"21\", \"KEY:repository\": \"tuna/can\"}"),
                        "a former repository of this name",
                        "\"KEY:repository_id\": [\"21\", \"20\"]".replace("KEY:", KEY)),
                arguments(
                        statement("Allow", PROVIDER, ACTION, "\"StringEquals\": {\"KEY:ref\": \"refs/heads/master\"}"),
                        "another ref",
                        "\"StringEquals\": {\"KEY:sub\": ".replace("KEY:", KEY)),
                arguments(
                        statement(
                                "Allow",
                                PROVIDER,
                                ACTION,
                                "\"StringLike\": {\"KEY:sub\": \"repo:tuna/*\"}, \"StringNotLike\": {\"KEY:ref\": [\"refs/heads/main\", \"x\"]}"),
                        "excludes this ref by name",
                        "\"KEY:ref\": \"x\"".replace("KEY:", KEY)),
                arguments(
                        statement("Allow", PROVIDER, ACTION, tight) + ","
                                + statement(
                                        "Deny",
                                        "\"*\"",
                                        "\"*\"",
                                        "\"StringNotEquals\": {\"KEY:ref\": \"refs/heads/prod\"}"),
                        "the statement denies every run whose ref is not listed",
                        "\"KEY:ref\": [\"refs/heads/prod\", \"refs/heads/main\"]".replace("KEY:", KEY)),
                arguments(
                        statement("Allow", PROVIDER, ACTION, tight) + ","
                                + statement(
                                        "Deny",
                                        "\"*\"",
                                        "\"*\"",
                                        "\"StringEquals\": {\"KEY:ref\": \"refs/heads/main\"}"),
                        "the statement denies this run by its ref",
                        "start another run"),
                arguments(
                        statement("Allow", PROVIDER, ACTION, tight) + ","
                                + statement("Deny", "\"*\"", "\"*\"", "").replace(", \"Condition\": {}", ""),
                        "denies every token",
                        "take the statement out"));
    }

    @ParameterizedTest
    @MethodSource
    void statements(String statements, String cause, String remedy) {
        assertThat(told(policy(statements), run("repo:tuna/can:ref:refs/heads/main")))
                .contains("cause      ")
                .contains(cause)
                .contains(remedy);
    }
}
