package io.github.cdkoidc.policy;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a policy document in any spelling that IAM takes, and in no other. */
public final class PolicyReader {

    private final JsonCursor json;
    private String version = PolicyDocument.OLD_VERSION;
    private Optional<String> id = Optional.empty();
    private @Nullable List<Statement> statements;

    private PolicyReader(JsonCursor json) {
        this.json = json;
    }

    static PolicyDocument read(JsonCursor json) throws IOException {
        return new PolicyReader(json).document();
    }

    private PolicyDocument document() throws IOException {
        requireObject(json, "trust policy", "{\"Version\": \"2012-10-17\", \"Statement\": […]}");
        json.fields(this::element);
        if (statements == null) {
            throw json.malformed(
                    "trust policy has no Statement, so no run can assume the role: write \"Statement\": […]");
        }
        return new PolicyDocument(version, id, statements);
    }

    private void element(String name) throws IOException {
        switch (name) {
            case "Version" -> version = version();
            case "Id" -> id = Optional.of(text(json, "Id", "a name"));
            case "Statement" -> statements = json.oneOrMany(StatementReader::read);
            default -> throw unknown(json, "policy", name, "Version, Id or Statement");
        }
    }

    private String version() throws IOException {
        String given = text(json, "Version", "\"" + PolicyDocument.VERSION + "\"");
        if (!given.equals(PolicyDocument.VERSION) && !given.equals(PolicyDocument.OLD_VERSION)) {
            throw json.malformed("version \"" + given + "\" is not valid: write \"" + PolicyDocument.VERSION + "\"");
        }
        return given;
    }

    /** Refuses what is not an object, an expression of CloudFormation too: its value is not known yet. */
    static void requireObject(JsonCursor json, String what, String instead) throws IOException {
        if (!json.isObject()) {
            throw json.malformed(what + " is " + json.shown() + " and not an object: write " + instead);
        }
    }

    /** A text that has to be known. */
    static String text(JsonCursor json, String what, String instead) throws IOException {
        if (!json.isText()) {
            throw json.malformed(what + " is " + json.shown() + " and not a text: write " + instead);
        }
        return json.text();
    }

    /** The values here: texts, or expressions. A number and a boolean of a condition are the text that they are written as. */
    static List<JsonNode> values(JsonCursor json, String what, boolean ofCondition, String instead) throws IOException {
        JsonCursor.Reader<JsonNode> reader = value -> {
            if (value.isText() || (ofCondition && value.isNumberOrBoolean())) {
                return TextNode.valueOf(value.text());
            }
            if (value.isObject()) {
                return expression(value, what, instead);
            }
            String not = ofCondition ? "" : " and not a text";
            throw value.malformed(what + " is " + value.shown() + not + ": write " + instead);
        };
        // IAM takes an empty list in a condition, which no claim matches.
        return ofCondition ? json.any(reader) : json.oneOrMany(reader);
    }

    /** The object here, if CloudFormation puts a value in its place. */
    private static JsonNode expression(JsonCursor json, String what, String instead) throws IOException {
        JsonLocation began = json.location();
        JsonNode tree = json.tree();
        if (tree.size() != 1 || !isFunction(tree.fieldNames().next())) {
            throw json.malformed(
                    what + " is an object that is not a function of CloudFormation: write " + instead, began);
        }
        return tree;
    }

    /** The error for an element that does not exist. */
    static MalformedPolicyException unknown(JsonCursor json, String what, String name, String instead) {
        return isFunction(name)
                ? json.notJudged(
                        what + " is known only at deployment: write its elements, and expressions as their values")
                : json.malformed("\"" + name + "\" is not an element of a " + what + ", and IAM refuses it: write "
                        + instead + ", in that case");
    }

    /** Whether an object of this one field is replaced by CloudFormation. */
    public static boolean isFunction(String name) {
        return name.equals("Ref") || name.startsWith("Fn::");
    }
}
