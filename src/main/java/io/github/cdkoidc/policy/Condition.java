package io.github.cdkoidc.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.claims.CdkToken;
import io.github.cdkoidc.claims.ClaimValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One test of one claim. It holds if the claim matches any of the values.
 *
 * @param key what is compared, such as {@code token.actions.githubusercontent.com:sub}
 * @param values each a text as the policy holds it or a CloudFormation expression; IAM takes an empty list too, of which no value matches
 */
public record Condition(ConditionOperator operator, String key, List<JsonNode> values) {

    /** Takes a copy of the values. */
    public Condition {
        values = List.copyOf(values);
    }

    /** A test for literal values and patterns, which must all be of the operator's kind. */
    public static Condition of(ConditionOperator operator, String key, List<ClaimValue> values) {
        Set<JsonNode> texts = new LinkedHashSet<>();
        values.forEach(value -> texts.add(text(value.text())));
        return new Condition(operator, key, List.copyOf(texts));
    }

    /**
     * A dollar sign with a brace starts a policy variable in IAM, and has to be written as one to be itself. Not so in the tokens of
     * the CDK, which are gone before IAM sees them.
     */
    private static JsonNode text(String literal) {
        String escaped =
                literal.contains("${") ? CdkToken.around(literal, text -> text.replace("${", "${$}{")) : literal;
        return TextNode.valueOf(escaped);
    }

    /** The same test of replaced values. */
    public Condition map(UnaryOperator<JsonNode> replacement) {
        return new Condition(operator, key, values.stream().map(replacement).toList());
    }
}
