package io.github.cdkoidc.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into trees, and writes it. A duplicate key in one object is an error, and so is text after the document. A tree has at most
 * 1,000 levels.
 */
public final class JsonTree {

    /** Creates parsers and generators. */
    public static final JsonFactory FACTORY = new JsonFactory();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonTree() {}

    /** Reads a text with exactly one document; a missing node if the text is blank. */
    public static JsonNode parse(String json) throws JsonProcessingException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() == null) {
                return MissingNode.getInstance();
            }
            JsonNode tree = read(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "there is more behind the document");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("reading a text cannot fail for want of a file", e);
        }
    }

    /** Reads the value at the parser's current token, and leaves the parser at the value's last token. */
    public static JsonNode read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new JsonParseException(parser, "there is no value");
        };
    }

    private static JsonNode whole(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    /**
     * Writes a tree on one line without blanks. A tree's own {@code toString} writes the same, but first starts Jackson's mapper, which
     * takes longer than the evaluation of a policy.
     */
    public static String text(JsonNode tree) {
        return written(tree, null);
    }

    /** Writes a tree on lines of their own, indented by two blanks, without a newline at the end. */
    public static String lines(JsonNode tree) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        Separators separators =
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        return written(
                tree,
                new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines));
    }

    private static String written(JsonNode tree, @Nullable PrettyPrinter printer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(printer);
            write(tree, json);
        } catch (IOException e) {
            throw new IllegalStateException("writing a text cannot fail for want of a file", e);
        }
        return text.toString();
    }

    private static void write(JsonNode tree, JsonGenerator json) throws IOException {
        if (tree.isObject()) {
            json.writeStartObject();
            for (Map.Entry<String, JsonNode> field : tree.properties()) {
                json.writeFieldName(field.getKey());
                write(field.getValue(), json);
            }
            json.writeEndObject();
        } else if (tree.isArray()) {
            json.writeStartArray();
            for (JsonNode element : tree) {
                write(element, json);
            }
            json.writeEndArray();
        } else if (tree.isTextual()) {
            json.writeString(tree.asText());
        } else {
            json.writeRawValue(tree.asText());
        }
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (object.has(name)) {
                throw new JsonParseException(parser, "Duplicate key \"" + name + "\"");
            }
            parser.nextToken();
            object.set(name, read(parser));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(read(parser));
        }
        return array;
    }
}
