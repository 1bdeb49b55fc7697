package io.github.cdkoidc.trust.coverage;

import static io.github.cdkoidc.trust.TestPolicies.deny;
import static io.github.cdkoidc.trust.TestPolicies.like;
import static io.github.cdkoidc.trust.TestPolicies.policy;
import static io.github.cdkoidc.trust.TestPolicies.same;
import static io.github.cdkoidc.trust.TestPolicies.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.cdkoidc.claims.ClaimPart;
import io.github.cdkoidc.claims.ClaimVariable;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.TextSet;
import io.github.cdkoidc.claims.TokenSet;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.trust.TestPolicies;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RunCoverageTest {

    private static final TextSet AB = TextSet.oneOf("ab");
    private static final String REPO = "repo:octo-org/octo-repo:";
    private static final ClaimVariable ANY = ClaimVariable.each(
            "<**>", TextSet.oneOf(TextSet.range('a', 'z'), TextSet.oneOf("/")).atLeastOnce());
    private static final ClaimVariable RELEASES = ClaimVariable.each(
            "<release/**>",
            TextSet.text("release/")
                    .then(TextSet.oneOf(TextSet.range('a', 'z'), TextSet.range('0', '9'), TextSet.oneOf("/"))
                            .atLeastOnce()));
    private static final ClaimVariable ENVIRONMENT =
            ClaimVariable.unknown("<?vars.STAGE>", TextSet.notEmpty(), "vars.STAGE is set on GitHub");
    private static final ClaimVariable ACTOR =
            ClaimVariable.unknown("<?actor>", TextSet.notEmpty(), "actor is not decided by the workflow");
    private static final TrustPolicy MAIN = policy(same("sub", REPO + "ref:refs/heads/main"));

    private static TokenSet branch(ClaimVariable name) {
        ClaimPart branch = new ClaimPart.Varying(name, false);
        return claims(Map.of(
                "sub", List.of(text(REPO + "ref:refs/heads/"), branch),
                "ref", List.of(text("refs/heads/"), branch),
                "job_workflow_ref",
                        List.of(text("octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/"), branch)));
    }

    private static TokenSet environment(ClaimVariable name) {
        return claims(Map.of(
                "sub", List.of(text(REPO + "environment:"), new ClaimPart.Varying(name, true)),
                "environment", List.of(new ClaimPart.Varying(name, false)),
                "ref", List.of(text("refs/heads/main"))));
    }

    private static TokenSet claims(Map<String, List<ClaimPart>> some) {
        Map<String, List<ClaimPart>> all = new HashMap<>(some);
        all.put("iss", List.of(text("https://token.actions.githubusercontent.com")));
        all.put("aud", List.of(text("sts.amazonaws.com")));
        all.put("repository", List.of(text("octo-org/octo-repo")));
        all.put("actor", List.of(new ClaimPart.Varying(ACTOR, false)));
        return new TokenSet(all);
    }

    private static ClaimPart text(String text) {
        return new ClaimPart.Text(text);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource
    void theAnswerIsThatOfAllTokens(String name, TokenSet claims, TrustPolicy policy, String expected) {
        assertThat(policy.decide(claims)).hasToString(expected);
    }

    static Stream<Arguments> theAnswerIsThatOfAllTokens() {
        String sometimes = "sometimes: sub " + REPO + "ref:refs/heads/%s assumes the role, sub " + REPO
                + "ref:refs/heads/%s does not";
        String unknown = "cannot be known, because ";
        return Stream.of(
                arguments("every branch, main is trusted", branch(ANY), MAIN, sometimes.formatted("main", "a")),
                arguments("releases, main is trusted", branch(RELEASES), MAIN, "never"),
                arguments(
                        "releases, releases are trusted",
                        branch(RELEASES),
                        policy(like("sub", REPO + "ref:refs/heads/release/*")),
                        "always"),
                arguments(
                        "releases, those of one level with digits are trusted",
                        branch(RELEASES),
                        policy(like("sub", REPO + "ref:refs/heads/release/?")),
                        sometimes.formatted("release/a", "release/aa")),
                arguments(
                        "every branch, all but one are trusted",
                        branch(ANY),
                        TrustPolicy.of(new PolicyDocument(List.of(
                                TestPolicies.allow(like("sub", REPO + "*")), deny(same("ref", "refs/heads/a"))))),
                        sometimes.formatted("b", "a")),
                arguments(
                        "the branch of sub and that of job_workflow_ref are the same",
                        branch(ANY),
                        policy(
                                same("sub", REPO + "ref:refs/heads/main"),
                                like("job_workflow_ref", "octo-org/octo-repo/*@refs/heads/dev")),
                        "never"),
                arguments(
                        "and agree where both are main",
                        branch(ANY),
                        policy(
                                like("sub", REPO + "ref:refs/heads/ma*"),
                                like("job_workflow_ref", "octo-org/octo-repo/*@refs/heads/*in")),
                        sometimes.formatted("main", "a")),
                arguments("an unknown environment, main is trusted", environment(ENVIRONMENT), MAIN, "never"),
                arguments(
                        "an unknown environment, one is trusted",
                        environment(ENVIRONMENT),
                        policy(same("sub", REPO + "environment:production")),
                        unknown + "vars.STAGE is set on GitHub"),
                arguments(
                        "an unknown environment, all are trusted",
                        environment(ENVIRONMENT),
                        policy(like("sub", REPO + "environment:*")),
                        "always"),
                arguments(
                        "an unknown environment, with its colon escaped in sub alone",
                        environment(ENVIRONMENT),
                        policy(
                                same("sub", REPO + "environment:a%3Ab"),
                                test("StringNotEquals", "environment", "a:b", "a%3Ab")),
                        "never"),
                arguments(
                        "an unknown environment, with its colon escaped in sub and not in its own key",
                        environment(ENVIRONMENT),
                        policy(same("sub", REPO + "environment:a%3Ab"), same("environment", "a:b")),
                        unknown + "vars.STAGE is set on GitHub"),
                arguments(
                        "an unknown environment, one with a digit is trusted",
                        environment(ENVIRONMENT),
                        policy(like("sub", REPO + "environment:eu-*"), same("environment", "eu-1")),
                        unknown + "vars.STAGE is set on GitHub"),
                arguments(
                        "an actor who is not known and makes no difference",
                        branch(ANY),
                        TrustPolicy.of(new PolicyDocument(List.of(
                                TestPolicies.allow(same("sub", REPO + "ref:refs/heads/main")),
                                TestPolicies.allow(same("sub", REPO + "ref:refs/heads/a"), same("actor", "octocat"))))),
                        sometimes.formatted("main", "b")),
                arguments(
                        "an actor who decides",
                        branch(ANY),
                        policy(same("sub", REPO + "ref:refs/heads/main"), same("actor", "octocat")),
                        unknown + "actor is not decided by the workflow"),
                arguments(
                        "what only the deployment knows",
                        branch(RELEASES),
                        policy(test(
                                "StringEquals",
                                "sub",
                                List.of(JsonNodeFactory.instance.objectNode().put("Ref", "Sub")))),
                        unknown + "value {\"Ref\":\"Sub\"} of token.actions.githubusercontent.com:sub is known only at "
                                + "deployment"),
                arguments(
                        "what no token tells",
                        branch(ANY),
                        policy(same("sub", REPO + "ref:refs/heads/main"), same("aws:SourceIp", "192.0.2.1")),
                        unknown + "key aws:SourceIp is not a claim of a token, so its value is not known here"),
                arguments(
                        "a run that names no branch that there is",
                        branch(ClaimVariable.each("<>", TextSet.anyOf())),
                        MAIN,
                        "never"),
                arguments(
                        "wildcards that combine in too many ways",
                        branch(ANY),
                        policy(like("sub", "*a????????????????????")),
                        unknown + "wildcards combine in more than 400000 ways"),
                arguments(
                        "a filter that takes away too much",
                        branch(ClaimVariable.each(
                                "<>",
                                AB.atLeastOnce()
                                        .without(TextSet.sequence(AB.anyTimes(), TextSet.text("a"), AB.times(24))))),
                        MAIN,
                        unknown + "wildcards combine in more than 400000 ways"));
    }

    @ParameterizedTest
    @CsvSource({"ALWAYS, true", "SOMETIMES, true", "NEVER, false", "UNKNOWN, false"})
    void someTokensGetInAlwaysOrSometimes(RunCoverage.Answer answer, boolean some) {
        assertThat(new RunCoverage(answer, Optional.empty(), Optional.empty(), List.of()).admitsSome())
                .isEqualTo(some);
    }

    @Test
    void aTokenThatIsKnownIsDecidedAsItIs() {
        GitHubRepository repository = GitHubRepository.of("octo-org/octo-repo");
        GitHubClaims main = GitHubClaims.of(repository).branch("main").build();
        GitHubClaims other = GitHubClaims.of(repository).branch("dev").build();

        RunCoverage always = MAIN.decide(TokenSet.of(main));
        RunCoverage never = MAIN.decide(TokenSet.of(other));

        assertThat(always).hasToString("always");
        assertThat(always.admitted()).contains(main);
        assertThat(always.refused()).isEmpty();
        assertThat(never).hasToString("never");
        assertThat(never.admitted()).isEmpty();
        assertThat(never.refused()).contains(other);
    }

    @Test
    void theTokensOfAnAnswerThatDependsOnWhatIsNotKnownSayWhatItWouldTake() {
        RunCoverage verdict =
                policy(same("sub", REPO + "environment:production")).decide(environment(ENVIRONMENT));

        assertThat(verdict.admitted().orElseThrow().get("environment")).contains("production");
        assertThat(verdict.refused().orElseThrow().get("environment")).contains("a");
    }

    @Test
    void aClaimThatTellsTheSameTwiceNeedsARunThatAgreesWithItself() {
        ClaimPart name = new ClaimPart.Varying(ANY, false);
        TokenSet twice = claims(Map.of(
                "sub", List.of(text("repo:octo-org/octo-repo:ref:refs/heads/"), name, text(":workflow:"), name)));

        assertThat(policy(like("sub", REPO + "ref:refs/heads/main:workflow:*")).decide(twice))
                .hasToString("sometimes: sub " + REPO + "ref:refs/heads/main:workflow:main assumes the role, sub "
                        + REPO + "ref:refs/heads/a:workflow:a does not");
        assertThat(policy(like("sub", REPO + "ref:refs/heads/*:workflow:*")).decide(twice))
                .hasToString("always");
        assertThat(policy(same("sub", REPO + "ref:refs/heads/main:workflow:dev"))
                        .decide(twice)
                        .answer())
                .isEqualTo(RunCoverage.Answer.UNKNOWN);
    }

    @Test
    void aTokenOfAnotherIssuerIsOfNoUseToARoleOfGithubCom() {
        TokenSet claims = branch(ANY);
        Map<String, List<ClaimPart>> other = new HashMap<>(claims.claims());
        other.put("iss", List.of(text("https://token.actions.githubusercontent.com/octo")));

        assertThat(policy(like("sub", REPO + "*")).decide(new TokenSet(other))).hasToString("never");
    }
}
