package io.github.cdkoidc.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the {@code Condition} element of a statement. */
final class ConditionReader {

    private final JsonCursor json;
    private final List<Condition> conditions = new ArrayList<>();

    private ConditionReader(JsonCursor json) {
        this.json = json;
    }

    static List<Condition> read(JsonCursor json) throws IOException {
        return new ConditionReader(json).conditions();
    }

    private List<Condition> conditions() throws IOException {
        PolicyReader.requireObject(json, "Condition", "{\"StringEquals\": {…}}");
        json.fields(name -> {
            ConditionOperator operator = operator(name);
            PolicyReader.requireObject(json, name, "{\"token.actions.githubusercontent.com:sub\": […]}");
            json.fields(key -> conditions.add(condition(operator, key)));
        });
        return conditions;
    }

    private ConditionOperator operator(String name) {
        return ConditionOperator.named(name)
                .orElseThrow(() -> json.malformed("operator \"" + name
                        + (PolicyReader.isFunction(name)
                                ? "\" is known only at deployment: write the operator, and the expression as its value"
                                : "\" is not valid: write StringEquals or StringLike")));
    }

    private Condition condition(ConditionOperator operator, String key) throws IOException {
        if (key.isBlank()) {
            throw json.malformed("condition key is blank: write token.actions.githubusercontent.com:sub");
        }
        for (Condition earlier : conditions) {
            if (earlier.operator().equals(operator) && earlier.key().equals(key)) {
                throw json.malformed("operator " + operator.iamName() + " tests " + key
                        + " twice, in two spellings: write all the values in one list");
            }
        }
        // CloudFormation replaces the object of an operator as well: {"StringEquals": {"Fn::GetAtt": [...]}}
        return new Condition(operator, key, PolicyReader.isFunction(key) ? List.of(json.tree()) : values());
    }

    /** Texts, numbers, booleans and expressions, or none; a number and a boolean are the text that they are written as. */
    private List<JsonNode> values() throws IOException {
        List<JsonNode> read = new ArrayList<>();
        json.any(() -> {
            if (json.isText() || json.isNumberOrBoolean()) {
                read.add(TextNode.valueOf(json.text()));
            } else if (json.isObject()) {
                read.add(PolicyReader.expression(json, "value", "a text or a list of texts"));
            } else {
                throw json.malformed("value is " + json.shown() + ": write a text or a list of texts");
            }
        });
        return read;
    }
}
