package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.claims.GitHubIssuer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Policies in few words, about github.com's provider. */
final class TestPolicies {

    private static final Principals PROVIDER =
            Principals.federated(TextNode.valueOf(GitHubIssuer.GITHUB_COM.providerArn("aws", "123456789012")));

    private TestPolicies() {}

    /** A policy of one statement that tests the audience too. */
    static TrustPolicy policy(Condition... conditions) {
        return TrustPolicy.of(new PolicyDocument(List.of(allow(conditions))));
    }

    /** Allows what meets the conditions and is for AWS. */
    static Statement allow(Condition... conditions) {
        List<Condition> all = new ArrayList<>(List.of(same("aud", "sts.amazonaws.com")));
        all.addAll(List.of(conditions));
        return statement(Effect.ALLOW, all);
    }

    static Statement deny(Condition... conditions) {
        return statement(Effect.DENY, List.of(conditions));
    }

    static Statement statement(Effect effect, List<Condition> conditions) {
        return new Statement(Optional.empty(), effect, PROVIDER, Actions.WEB_IDENTITY, conditions);
    }

    static Condition same(String claim, String... values) {
        return test("StringEquals", claim, values);
    }

    static Condition like(String claim, String... values) {
        return test("StringLike", claim, values);
    }

    static Condition test(String operator, String claim, String... values) {
        return test(
                operator,
                claim,
                Arrays.stream(values).<JsonNode>map(TextNode::valueOf).toList());
    }

    static Condition test(String operator, String claim, List<JsonNode> values) {
        String key = claim.indexOf(':') < 0 ? GitHubIssuer.GITHUB_COM.name() + ":" + claim : claim;
        return new Condition(ConditionOperator.named(operator).orElseThrow(), key, values);
    }
}
