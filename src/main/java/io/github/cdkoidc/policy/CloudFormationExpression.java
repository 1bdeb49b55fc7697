package io.github.cdkoidc.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        if (value.isTextual()) {
            text(value.asText());
        } else if (isJoin(value.path("Fn::Join"))) {
            join(value.path("Fn::Join"));
        } else if (value.path("Fn::Sub").isTextual()) {
            substitute(value.path("Fn::Sub").asText(), JSON.objectNode());
        } else if (value.path("Fn::Sub").path(0).isTextual()) {
            substitute(
                    value.path("Fn::Sub").path(0).asText(),
                    value.path("Fn::Sub").path(1));
        } else if (value.path("Fn::GetAtt").isTextual()) {
            unknown(attribute(value.path("Fn::GetAtt").asText()));
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

    private static boolean isJoin(JsonNode join) {
        return join.size() == 2 && join.get(0).isTextual() && join.get(1).isArray();
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
            } else {
                unknown(
                        name.indexOf('.') >= 0
                                ? attribute(name)
                                : JSON.objectNode().put("Ref", name));
            }
            from = found.end();
        }
        text.append(template, from, template.length());
    }

    /** {@code Resource.Attribute} as a list, which is how the CDK writes it. */
    private static ObjectNode attribute(String dotted) {
        String[] parts = dotted.split("\\.", 2);
        ArrayNode path = JSON.arrayNode().add(parts[0]);
        if (parts.length > 1) {
            path.add(parts[1]);
        }
        return JSON.objectNode().set("Fn::GetAtt", path);
    }
}
