package io.github.cdkoidc.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.claims.CdkToken;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes a value apart into texts and what only the deployment knows. {@code Fn::Join} and {@code Fn::Sub} are followed; any other
 * function of CloudFormation is one unknown piece, and so is a token of the CDK.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">
 *     CloudFormation: intrinsic functions</a>
 */
public final class CloudFormationExpression {

    /** What stands in a text for what only the deployment knows. No policy can hold this character. */
    public static final char UNKNOWN = '…';

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern SUBSTITUTED = Pattern.compile("\\$\\{(!?)([^}]*)\\}");

    private final List<ValuePart> pieces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private CloudFormationExpression() {}

    /** Texts and unknown pieces, in order, no two texts in a row. */
    public static List<ValuePart> pieces(JsonNode value) {
        CloudFormationExpression expression = new CloudFormationExpression();
        expression.add(value);
        expression.endText();
        return List.copyOf(expression.pieces);
    }

    /** The value as one text, with {@link #UNKNOWN} for each unknown piece. */
    public static String text(JsonNode value) {
        StringBuilder text = new StringBuilder();
        pieces(value).forEach(piece -> text.append(piece instanceof ValuePart.Text known ? known.text() : UNKNOWN));
        return text.toString();
    }

    private void add(JsonNode value) {
        JsonNode join = value.path("Fn::Join");
        JsonNode sub = value.path("Fn::Sub");
        if (value.isTextual()) {
            text(value.asText());
        } else if (join.size() == 2 && join.get(0).isTextual() && join.get(1).isArray()) {
            join(join);
        } else if (sub.isTextual()) {
            substitute(sub.asText(), JSON.objectNode());
        } else if (sub.path(0).isTextual()) {
            substitute(sub.path(0).asText(), sub.path(1));
        } else if (value.path("Fn::GetAtt").isTextual()) {
            unknown(attribute(value.path("Fn::GetAtt").asText().split("\\.", 2)));
        } else {
            unknown(value);
        }
    }

    private void text(String given) {
        int from = 0;
        for (MatchResult token : CdkToken.in(given)) {
            text.append(given, from, token.start());
            unknown(TextNode.valueOf(token.group()));
            from = token.end();
        }
        text.append(given, from, given.length());
    }

    private void unknown(JsonNode expression) {
        endText();
        pieces.add(new ValuePart.Deployed(expression));
    }

    private void endText() {
        if (!text.isEmpty()) {
            pieces.add(new ValuePart.Text(text.toString()));
            text.setLength(0);
        }
    }

    private void join(JsonNode join) {
        String between = "";
        for (JsonNode part : join.get(1)) {
            text.append(between);
            add(part);
            between = join.get(0).asText();
        }
    }

    private void substitute(String template, JsonNode values) {
        int from = 0;
        for (MatchResult found : SUBSTITUTED.matcher(template).results().toList()) {
            text.append(template, from, found.start());
            String name = found.group(2);
            if (!found.group(1).isEmpty()) {
                text.append("${").append(name).append('}');
            } else if (values.has(name)) {
                add(values.get(name));
            } else if (name.contains(".")) {
                unknown(attribute(name.split("\\.", 2)));
            } else {
                unknown(JSON.objectNode().put("Ref", name));
            }
            from = found.end();
        }
        text.append(template, from, template.length());
    }

    /** A resource and its attribute as a list, which is how the CDK writes it. */
    static JsonNode attribute(String... parts) {
        ArrayNode path = JSON.arrayNode();
        for (String part : parts) {
            path.add(part);
        }
        return JSON.objectNode().set("Fn::GetAtt", path);
    }
}
