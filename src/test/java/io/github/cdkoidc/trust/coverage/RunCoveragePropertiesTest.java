package io.github.cdkoidc.trust.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.claims.ClaimPart;
import io.github.cdkoidc.claims.ClaimVariable;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.TextSet;
import io.github.cdkoidc.claims.TokenSet;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.tokens.EncodedToken;
import io.github.cdkoidc.internal.tokens.EncodedTokens;
import io.github.cdkoidc.internal.tokens.Issuers;
import io.github.cdkoidc.internal.tokens.TokenField;
import io.github.cdkoidc.internal.tokens.TokenPolicies;
import io.github.cdkoidc.policy.Actions;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.Principals;
import io.github.cdkoidc.policy.Statement;
import io.github.cdkoidc.trust.TestPolicies;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.decision.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Verdicts on random runs and policies, held against the evaluator's decisions on all of the runs' tokens. */
class RunCoveragePropertiesTest {

    /**
     * A few texts for some of a token's segments, and whether it is unknown which of them it is.
     *
     * @param word a token
     * @param refs the refs
     * @param environments the environments; none for a run without
     * @param actors the actors
     * @param unknown which of the three are unknown
     */
    record Run(
            EncodedToken word, Set<String> refs, Set<String> environments, Set<String> actors, List<Boolean> unknown) {

        private ClaimVariable variation(String shown, Set<String> texts, int number) {
            TextSet set = TextSet.anyOf(texts.stream().map(TextSet::text).toList());
            return new ClaimVariable(
                    shown, set, unknown.get(number) ? Optional.of(shown + " is not known") : Optional.empty());
        }

        Map<ClaimVariable, Set<String>> texts() {
            Map<ClaimVariable, Set<String>> texts = new LinkedHashMap<>();
            texts.put(variation("ref", refs, 0), refs);
            texts.put(variation("actor", actors, 2), actors);
            if (!environments.isEmpty()) {
                texts.put(variation("environment", environments, 1), environments);
            }
            return texts;
        }

        TokenSet claims() {
            Issuers issuers = EncodedTokens.issuers(POLICY_OF_TWO_ISSUERS);
            Map<String, List<ClaimPart>> claims =
                    new HashMap<>(TokenSet.of(word.claims(issuers)).claims());
            ClaimPart ref = new ClaimPart.Varying(variation("ref", refs, 0), false);
            String repository = word.with(TokenField.CONTEXT, "p")
                    .claims(issuers)
                    .get("sub")
                    .orElseThrow()
                    .replace(":pull_request", "");
            if (environments.isEmpty()) {
                claims.remove("environment");
                claims.put("sub", List.of(text(repository + ":ref:"), ref));
            } else {
                ClaimVariable environment = variation("environment", environments, 1);
                claims.put("environment", List.of(new ClaimPart.Varying(environment, false)));
                claims.put(
                        "sub", List.of(text(repository + ":environment:"), new ClaimPart.Varying(environment, true)));
            }
            claims.put("ref", List.of(ref));
            claims.put("job_workflow_ref", List.of(text("octo-org/ci/.github/workflows/ci.yml@"), ref));
            claims.put("actor", List.of(new ClaimPart.Varying(variation("actor", actors, 2), false)));
            return new TokenSet(claims);
        }

        private static ClaimPart text(String text) {
            return new ClaimPart.Text(text);
        }
    }

    record Question(Run run, TrustPolicy policy) {}

    private static final TrustPolicy POLICY_OF_TWO_ISSUERS = TrustPolicy.of(new PolicyDocument(List.of(new Statement(
            Optional.empty(),
            Effect.DENY,
            Principals.federated(TextNode.valueOf(TokenPolicies.OTHER_ISSUER.providerArn("aws", "123456789012"))),
            Actions.WEB_IDENTITY,
            List.of()))));

    @Property(tries = 300, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void theVerdictIsThatOfTheEvaluatorOnEveryToken(@ForAll("questions") Question question) {
        TrustPolicy policy = question.policy();
        Run run = question.run();
        TokenSet claims = run.claims();
        RunCoverage verdict = policy.decide(claims);
        Statistics.collect(verdict.answer());
        Statistics.coverage(coverage -> Stream.of(RunCoverage.Answer.values())
                .forEach(answer -> coverage.check(answer).percentage(share -> share > 5)));
        Map<Map<ClaimVariable, String>, Set<Ternary>> answers = answers(policy, claims, run.texts());
        Set<Set<Ternary>> distinct = new LinkedHashSet<>(answers.values());

        switch (verdict.answer()) {
            case ALWAYS -> assertThat(distinct).containsExactly(Set.of(Ternary.TRUE));
            case NEVER -> assertThat(distinct).containsExactly(Set.of(Ternary.FALSE));
            case SOMETIMES ->
                assertThat(distinct).allMatch(truths -> truths.containsAll(Set.of(Ternary.TRUE, Ternary.FALSE)));
            case UNKNOWN -> assertThat(distinct).noneMatch(truths -> distinct.size() == 1 && isPlain(truths, run));
        }
        assertThat(verdict.because().isEmpty()).isEqualTo(verdict.answer() != RunCoverage.Answer.UNKNOWN);
        verdict.admitted()
                .ifPresent(token -> assertThat(policy.decide(token).isAllowed()).isTrue());
        verdict.refused()
                .ifPresent(token -> assertThat(policy.decide(token).isDenied()).isTrue());
        Stream.of(verdict.admitted(), verdict.refused())
                .flatMap(Optional::stream)
                .forEach(token -> assertThat(tokens(claims, run.texts())).anyMatch(one -> holds(one, token)));
    }

    /** One answer for all tokens; two are plain only where nothing is unknown, because no run may prove both whatever that is. */
    private static boolean isPlain(Set<Ternary> truths, Run run) {
        return truths.equals(Set.of(Ternary.TRUE))
                || truths.equals(Set.of(Ternary.FALSE))
                || (truths.containsAll(Set.of(Ternary.TRUE, Ternary.FALSE))
                        && !run.unknown().contains(true));
    }

    /** A witness leaves out what nobody asks for. */
    private static boolean holds(GitHubClaims token, GitHubClaims witness) {
        return token.values().entrySet().containsAll(witness.values().entrySet());
    }

    /** What becomes of the tokens, by what is unknown. */
    private static Map<Map<ClaimVariable, String>, Set<Ternary>> answers(
            TrustPolicy policy, TokenSet claims, Map<ClaimVariable, Set<String>> texts) {
        Map<Map<ClaimVariable, String>, Set<Ternary>> answers = new HashMap<>();
        for (Map<ClaimVariable, String> chosen : choices(texts)) {
            Map<ClaimVariable, String> unknown = new HashMap<>(chosen);
            unknown.keySet().removeIf(variation -> !variation.isUnknown());
            Decision decision = policy.decide(claims.token(chosen));
            Ternary truth = decision.isUndecided() ? Ternary.UNKNOWN : Ternary.of(decision.isAllowed());
            answers.computeIfAbsent(unknown, unseen -> new LinkedHashSet<>()).add(truth);
        }
        return answers;
    }

    private static List<GitHubClaims> tokens(TokenSet claims, Map<ClaimVariable, Set<String>> texts) {
        return choices(texts).stream().map(claims::token).toList();
    }

    private static List<Map<ClaimVariable, String>> choices(Map<ClaimVariable, Set<String>> texts) {
        List<Map<ClaimVariable, String>> choices = new ArrayList<>(List.of(Map.of()));
        for (Map.Entry<ClaimVariable, Set<String>> one : texts.entrySet()) {
            List<Map<ClaimVariable, String>> more = new ArrayList<>();
            for (Map<ClaimVariable, String> choice : choices) {
                for (String text : one.getValue()) {
                    Map<ClaimVariable, String> longer = new HashMap<>(choice);
                    longer.put(one.getKey(), text);
                    more.add(longer);
                }
            }
            choices.clear();
            choices.addAll(more);
        }
        return choices;
    }

    @Provide
    Arbitrary<Question> questions() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        1, Combinators.combine(runs(), TokenPolicies.policies()).as(Question::new)),
                Tuple.of(4, runs().flatMap(run -> policies(run).map(policy -> new Question(run, policy)))));
    }

    /** Policies that test for what the run presents, or for something near it. */
    private static Arbitrary<TrustPolicy> policies(Run run) {
        List<GitHubClaims> tokens = tokens(run.claims(), run.texts());
        Arbitrary<Condition> conditions = Combinators.combine(
                        Arbitraries.of("sub", "sub", "ref", "job_workflow_ref", "environment", "actor"),
                        Arbitraries.of(
                                "StringEquals", "StringLike", "StringLike", "StringNotEquals", "StringEqualsIfExists"),
                        Arbitraries.of(tokens).list().ofMinSize(1).ofMaxSize(2),
                        Arbitraries.of("", "*", "?"))
                .as((claim, operator, some, wildcard) -> TestPolicies.test(
                        operator,
                        claim,
                        some.stream()
                                .map(token -> near(token.get(claim).orElse("none"), wildcard))
                                .toArray(String[]::new)));
        Arbitrary<Statement> statements = Combinators.combine(
                        Arbitraries.of(Effect.ALLOW, Effect.ALLOW, Effect.DENY),
                        conditions.list().ofMinSize(1).ofMaxSize(2))
                .as((effect, some) -> TestPolicies.statement(
                        effect,
                        some.size() == 2 && some.get(0).key().equals(some.get(1).key()) ? some.subList(0, 1) : some));
        return statements
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(PolicyDocument::new)
                .map(TrustPolicy::of);
    }

    private static String near(String text, String wildcard) {
        int end = Math.max(text.length() - 3, 0);
        return wildcard.isEmpty()
                ? text
                : text.substring(0, end) + wildcard + text.substring(Math.min(end + 1, text.length()));
    }

    private static Arbitrary<Run> runs() {
        Arbitrary<Set<String>> refs = Arbitraries.of(
                        "refs/heads/main", "refs/heads/Main", "refs/heads/release/1", "refs/tags/v1", "refs/heads/x")
                .set()
                .ofMinSize(1)
                .ofMaxSize(3);
        Arbitrary<Set<String>> environments =
                Arbitraries.of("prod", "a:b", "a%3Ab", "p?d").set().ofMaxSize(2);
        Arbitrary<Set<String>> actors =
                Arbitraries.of("octocat", "dependabot[bot]").set().ofMinSize(1).ofMaxSize(2);
        return Combinators.combine(
                        EncodedTokens.byDefault().map(word -> word.with(TokenField.ISSUER, "a")),
                        refs,
                        environments,
                        actors,
                        Arbitraries.of(false, false, true).list().ofSize(3))
                .as(Run::new);
    }
}
