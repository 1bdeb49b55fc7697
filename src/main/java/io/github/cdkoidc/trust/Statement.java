package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One statement of a trust policy: it allows {@code sts:AssumeRoleWithWebIdentity} to the tokens of one provider that meet all its
 * conditions.
 *
 * @param provider the provider's ARN, a text or a CloudFormation expression
 * @param conditions the conditions, ANDed
 */
public record Statement(JsonNode provider, List<Condition> conditions) {

    /** The one action of a web identity trust: {@value}. */
    public static final String ACTION = "sts:AssumeRoleWithWebIdentity";

    /**
     * Takes a copy of the conditions.
     *
     * @throws IllegalArgumentException if two of them have the same operator and key
     */
    public Statement {
        conditions = List.copyOf(conditions);
        Set<List<Object>> tests = new HashSet<>();
        for (Condition condition : conditions) {
            if (!tests.add(List.of(condition.operator(), condition.key()))) {
                throw new IllegalArgumentException("condition key \"" + condition.key() + "\" is there twice under "
                        + condition.operator().iamName()
                        + ", and JSON keeps one of the two: write all its values in one condition");
            }
        }
    }

    /**
     * The {@code Condition} element: operator, then key, then a value or several.
     *
     * @return the element
     */
    public Map<String, Map<String, JsonNode>> conditionElement() {
        Map<String, Map<String, JsonNode>> element = new LinkedHashMap<>();
        for (Condition condition : conditions) {
            element.computeIfAbsent(condition.operator().iamName(), operator -> new LinkedHashMap<>())
                    .put(condition.key(), oneOrMany(condition.values()));
        }
        return element;
    }

    private static JsonNode oneOrMany(List<JsonNode> values) {
        return values.size() == 1
                ? values.get(0)
                : JsonNodeFactory.instance.arrayNode().addAll(values);
    }

    ObjectNode toJson() {
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        statement.put("Effect", "Allow");
        statement.putObject("Principal").set("Federated", provider);
        statement.put("Action", ACTION);
        ObjectNode condition = statement.putObject("Condition");
        conditionElement()
                .forEach((operator, keys) -> condition.putObject(operator).setAll(keys));
        return statement;
    }

    Statement map(UnaryOperator<JsonNode> replacement) {
        return new Statement(
                replacement.apply(provider),
                conditions.stream().map(condition -> condition.map(replacement)).toList());
    }
}
