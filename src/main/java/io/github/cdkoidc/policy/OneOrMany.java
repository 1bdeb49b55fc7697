package io.github.cdkoidc.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** How IAM writes a list: one value as itself, several in brackets. */
public final class OneOrMany {

    private OneOrMany() {}

    public static JsonNode of(List<JsonNode> values) {
        return values.size() == 1
                ? values.get(0)
                : JsonNodeFactory.instance.arrayNode().addAll(values);
    }
}
