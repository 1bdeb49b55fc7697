package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.json.JsonTree;
import java.util.List;

/** A length that the JSON of a policy does not exceed. To write the policy only to count its characters would be dear. */
final class LengthBound {

    /** More than the names and marks around the parts of a policy. */
    private static final int AROUND_POLICY = 60;

    private static final int AROUND_STATEMENT = 100;
    private static final int AROUND_PRINCIPALS = 25;
    private static final int AROUND_CONDITION = 70;
    private static final int AROUND_VALUE = 3;

    private LengthBound() {}

    static int of(String id, List<Statement> statements) {
        return AROUND_POLICY
                + of(id)
                + statements.stream().mapToInt(LengthBound::of).sum();
    }

    private static int of(Statement statement) {
        int length = AROUND_STATEMENT
                + statement.sid().map(LengthBound::of).orElse(0)
                + ofValues(statement.actions().values());
        for (List<JsonNode> principals : statement.principals().values().values()) {
            length += AROUND_PRINCIPALS + ofValues(principals);
        }
        for (Condition condition : statement.conditions()) {
            length += AROUND_CONDITION + of(condition.key()) + ofValues(condition.values());
        }
        return length;
    }

    private static int ofValues(List<JsonNode> values) {
        int length = 0;
        for (JsonNode value : values) {
            length += AROUND_VALUE
                    + (value.isTextual()
                            ? of(value.asText())
                            : JsonTree.text(value).length());
        }
        return length;
    }

    /** With what JSON escapes. */
    private static int of(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            length += c < ' ' ? "\\u0000".length() - 1 : c == '"' || c == '\\' ? 1 : 0;
        }
        return length;
    }
}
