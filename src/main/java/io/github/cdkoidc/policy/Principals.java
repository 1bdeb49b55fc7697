package io.github.cdkoidc.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The callers that a statement is about: the {@code Principal} element, or {@code NotPrincipal}.
 *
 * @param negated whether it is every caller but these
 * @param values by type, each a text as the policy holds it or a CloudFormation expression
 */
public record Principals(boolean negated, Map<PrincipalType, List<JsonNode>> values) {

    private static final TextNode STAR = TextNode.valueOf("*");

    /** Takes a copy of the values: one or more, and none beside everyone. */
    public Principals {
        Map<PrincipalType, List<JsonNode>> copy = new EnumMap<>(PrincipalType.class);
        values.forEach((type, listed) -> copy.put(type, List.copyOf(listed)));
        if (copy.isEmpty() || copy.containsValue(List.<JsonNode>of())) {
            throw new IllegalArgumentException(
                    "principal is empty, and IAM takes one value or more: write the ARN of the "
                            + "provider, {\"Federated\": \"arn:aws:iam::…\"}");
        }
        if (copy.containsKey(PrincipalType.EVERYONE) && !copy.equals(Map.of(PrincipalType.EVERYONE, List.of(STAR)))) {
            throw new IllegalArgumentException("principal is everyone and others: write \"*\" alone, or leave it out");
        }
        values = Collections.unmodifiableMap(copy);
    }

    /** {@return the tokens of one provider, of which the ARN is given, a text or a CloudFormation expression} */
    public static Principals federated(JsonNode provider) {
        return new Principals(false, Map.of(PrincipalType.FEDERATED, List.of(provider)));
    }

    /** Every caller, or none if negated. */
    public static Principals everyone(boolean negated) {
        return new Principals(negated, Map.of(PrincipalType.EVERYONE, List.of(STAR)));
    }

    /** {@return the values of one type, none if the element does not hold it} */
    public List<JsonNode> of(PrincipalType type) {
        return values.getOrDefault(type, List.of());
    }

    /** The element's name. */
    public String element() {
        return negated ? "NotPrincipal" : "Principal";
    }

    public JsonNode toJson() {
        if (values.containsKey(PrincipalType.EVERYONE)) {
            return STAR;
        }
        ObjectNode principal = JsonNodeFactory.instance.objectNode();
        values.forEach((type, listed) -> principal.set(type.iamName(), OneOrMany.of(listed)));
        return principal;
    }

    Principals map(UnaryOperator<JsonNode> replacement) {
        Map<PrincipalType, List<JsonNode>> replaced = new EnumMap<>(values);
        replaced.replaceAll((type, listed) -> listed.stream().map(replacement).toList());
        return new Principals(negated, replaced);
    }
}
