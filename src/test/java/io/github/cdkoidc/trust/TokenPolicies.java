package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubIssuer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Policies that test the claims of {@link Tokens} for values that are, or are nearly, those that the tokens present. */
final class TokenPolicies {

    static final GitHubIssuer OTHER_ISSUER = GitHubIssuer.enterprise("octo");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TokenPolicies() {}

    /** Policies about github.com and, so that it is known, another issuer. */
    static Arbitrary<TrustPolicy> policies() {
        return statements().list().ofMinSize(1).ofMaxSize(3).map(statements -> {
            List<Statement> all = new ArrayList<>(statements);
            all.add(new Statement(
                    Optional.empty(),
                    Effect.DENY,
                    Principals.federated(arn(OTHER_ISSUER)),
                    Actions.WEB_IDENTITY,
                    List.of(condition(ConditionOperator.STRING_EQUALS, "aud", List.of(TextNode.valueOf("nobody"))))));
            return TrustPolicy.of(new PolicyDocument(all));
        });
    }

    private static JsonNode arn(GitHubIssuer issuer) {
        return TextNode.valueOf(issuer.providerArn("aws", "123456789012"));
    }

    private static Arbitrary<Statement> statements() {
        Arbitrary<Principals> principals = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(Principals.federated(arn(GitHubIssuer.GITHUB_COM)))),
                Tuple.of(1, Arbitraries.of(Principals.federated(arn(OTHER_ISSUER)))),
                Tuple.of(1, Arbitraries.of(Principals.everyone(false))));
        return Combinators.combine(
                        Arbitraries.of(Effect.ALLOW, Effect.ALLOW, Effect.DENY),
                        principals,
                        conditions().list().ofMaxSize(4))
                .as((effect, who, conditions) ->
                        new Statement(Optional.empty(), effect, who, Actions.WEB_IDENTITY, distinct(conditions)));
    }

    private static List<Condition> distinct(List<Condition> conditions) {
        Set<List<Object>> seen = new LinkedHashSet<>();
        return conditions.stream()
                .filter(condition -> seen.add(List.of(condition.operator(), condition.key())))
                .toList();
    }

    private static Arbitrary<Condition> conditions() {
        Arbitrary<String> keys = Arbitraries.of(GitHubClaim.values()).map(GitHubClaim::claimName);
        Arbitrary<String> allKeys = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just("sub")),
                Tuple.of(8, keys),
                Tuple.of(1, Arbitraries.of("event_name", "amr")));
        return allKeys.flatMap(key -> Combinators.combine(
                        operators(), values(key).list().ofMinSize(1).ofMaxSize(3))
                .as((operator, values) -> condition(operator, key, values)));
    }

    private static Condition condition(ConditionOperator operator, String key, List<JsonNode> values) {
        return new Condition(operator, GitHubIssuer.GITHUB_COM.name() + ":" + key, values);
    }

    private static Arbitrary<ConditionOperator> operators() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(ConditionOperator.STRING_EQUALS, ConditionOperator.STRING_LIKE)),
                Tuple.of(2, PolicyArbitraries.operators()));
    }

    /** What a token presents, as it is or with a wildcard for some of it; at times what only the deployment knows. */
    private static Arbitrary<JsonNode> values(String key) {
        Arbitrary<String> presented = Tokens.byDefault().map(word -> presented(word, key));
        Arbitrary<String> patterns = Combinators.combine(
                        presented,
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of("*", "?", "*", "${*}", "x"))
                .as((text, from, length, wildcard) -> {
                    int start = Math.min(from, text.length());
                    return text.substring(0, start)
                            + wildcard
                            + text.substring(Math.min(start + length, text.length()));
                });
        return Arbitraries.frequencyOf(
                Tuple.of(4, presented.map(TextNode::valueOf)),
                Tuple.of(4, patterns.map(TextNode::valueOf)),
                Tuple.of(1, Arbitraries.of("*", "true", "false").map(TextNode::valueOf)),
                Tuple.of(
                        1,
                        presented.map(text -> JSON.objectNode()
                                .set(
                                        "Fn::Join",
                                        JSON.arrayNode()
                                                .add("")
                                                .add(JSON.arrayNode()
                                                        .add(text.substring(0, text.length() / 2))
                                                        .add(JSON.objectNode().put("Ref", "X")))))));
    }

    private static String presented(TokenWord word, String key) {
        String value = key.equals("amr") || key.equals("event_name")
                ? null
                : new ClaimReading(GitHubClaim.named(key)).read(word);
        return value == null ? "push" : value;
    }
}
