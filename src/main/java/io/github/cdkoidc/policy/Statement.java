package io.github.cdkoidc.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One statement of a trust policy. It applies to a run if its principals, its actions and all its conditions do.
 *
 * @param sid the statement's name, if it has one
 * @param conditions the conditions, ANDed; without any, it applies to every token of its principals
 */
public record Statement(
        Optional<String> sid, Effect effect, Principals principals, Actions actions, List<Condition> conditions) {

    /**
     * Takes a copy of the conditions, those of one operator together, as a document holds them. Two may have the same operator and key:
     * no document can hold such a statement, and it is evaluated like any other.
     */
    public Statement {
        conditions = conditions.stream()
                .collect(Collectors.groupingBy(Condition::operator, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Allows the tokens of one provider that meet all the conditions, of which no two may have the same operator and key. */
    public static Statement allow(JsonNode provider, List<Condition> conditions) {
        Set<List<Object>> keys = new HashSet<>();
        for (Condition condition : conditions) {
            if (!keys.add(List.of(condition.operator(), condition.key()))) {
                throw new IllegalArgumentException("condition key \"" + condition.key() + "\" stands twice under "
                        + condition.operator().iamName()
                        + ", and JSON keeps one of the two: write all its values in one condition");
            }
        }
        return new Statement(
                Optional.empty(), Effect.ALLOW, Principals.federated(provider), Actions.WEB_IDENTITY, conditions);
    }

    /** {@return the {@code Condition} element: operator, then key, then a value or several} */
    public Map<String, Map<String, JsonNode>> conditionElement() {
        Map<String, Map<String, JsonNode>> element = new LinkedHashMap<>();
        for (Condition condition : conditions) {
            element.computeIfAbsent(condition.operator().iamName(), operator -> new LinkedHashMap<>())
                    .put(condition.key(), OneOrMany.of(condition.values()));
        }
        return element;
    }

    /** {@return the statement, as an element of a policy's {@code Statement}} */
    public ObjectNode toJson() {
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        sid.ifPresent(name -> statement.put("Sid", name));
        statement.put("Effect", effect.iamName());
        statement.set(principals.element(), principals.toJson());
        statement.set(actions.element(), OneOrMany.of(actions.values()));
        if (!conditions.isEmpty()) {
            ObjectNode condition = statement.putObject("Condition");
            conditionElement()
                    .forEach((operator, keys) -> condition.putObject(operator).setAll(keys));
        }
        return statement;
    }

    Statement map(UnaryOperator<JsonNode> replacement) {
        List<Condition> replaced =
                conditions.stream().map(condition -> condition.map(replacement)).toList();
        return new Statement(sid, effect, principals.map(replacement), actions, replaced);
    }
}
