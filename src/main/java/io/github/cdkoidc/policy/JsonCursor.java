package io.github.cdkoidc.policy;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.internal.json.JsonTree;
import io.github.cdkoidc.policy.MalformedPolicyException.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Walks over JSON, and knows the place of what it stands on. Every error has its place. */
final class JsonCursor {

    /** How the parser says where something else is. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: [^;]*; line: (\\d+), column: (\\d+)\\]");

    private final JsonParser parser;
    private final String root;

    private JsonCursor(JsonParser parser, String root) {
        this.parser = parser;
        this.root = root;
    }

    /** Reads what the cursor stands on, and leaves the cursor on its last token. */
    interface Reader<T> {
        T read(JsonCursor cursor) throws IOException;
    }

    /** Reads the value of a field. */
    interface FieldReader {
        void read(String name) throws IOException;
    }

    /** Reads a text that holds one document and nothing else. */
    static <T> T read(String json, String root, Reader<T> reader) {
        try (JsonParser parser = JsonTree.FACTORY.createParser(json)) {
            return new JsonCursor(parser, root).whole(reader);
        } catch (IOException e) {
            throw new IllegalStateException("reading a text cannot fail for want of a file", e);
        }
    }

    /** Reads a part of a document. */
    static <T> T read(JsonNode json, String root, Reader<T> reader) {
        try (JsonParser parser = json.traverse()) {
            return new JsonCursor(parser, root).whole(reader);
        } catch (IOException e) {
            throw new IllegalStateException("reading a tree cannot fail for want of a file", e);
        }
    }

    private <T> T whole(Reader<T> reader) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw malformed("document is empty: write {\"Version\": \"2012-10-17\", \"Statement\": […]}");
            }
            T whole = reader.read(this);
            if (parser.nextToken() != null) {
                throw malformed("more text follows the document: write one document alone");
            }
            return whole;
        } catch (JsonProcessingException e) {
            String why = SOURCE.matcher(e.getOriginalMessage()).replaceAll("line $1, column $2");
            throw malformed(Kind.MALFORMED, "JSON is broken: " + why, e.getLocation(), e);
        }
    }

    /** Reads every field of the object here. */
    void fields(FieldReader reader) throws IOException {
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (!seen.add(name)) {
                String what = "\"" + name + "\" stands twice, and a JSON parser keeps only the last: write both in one";
                throw malformed(Kind.DUPLICATE_KEY, what, location(), null);
            }
            parser.nextToken();
            reader.read(name);
        }
    }

    /** The one value here, or each of the list, which must not be empty. */
    <T> List<T> oneOrMany(Reader<T> reader) throws IOException {
        List<T> read = any(reader);
        if (read.isEmpty()) {
            throw malformed("list is empty, and IAM takes one value or more: write one, or leave the element out");
        }
        return read;
    }

    /** The one value here, or each of the list. */
    <T> List<T> any(Reader<T> reader) throws IOException {
        if (!parser.isExpectedStartArrayToken()) {
            return List.of(reader.read(this));
        }
        List<T> read = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            read.add(reader.read(this));
        }
        return read;
    }

    boolean isObject() {
        return parser.isExpectedStartObjectToken();
    }

    boolean isText() {
        return parser.hasToken(JsonToken.VALUE_STRING);
    }

    boolean isNumberOrBoolean() {
        JsonToken token = parser.currentToken();
        return token.isNumeric() || token.isBoolean();
    }

    /** The text, number or boolean here, as it is written. */
    String text() throws IOException {
        return parser.getText();
    }

    /** All of what is here. */
    JsonNode tree() throws IOException {
        return JsonTree.read(parser);
    }

    /** What is here, short enough to be shown. */
    String shown() throws IOException {
        if (isObject()) {
            return "an object";
        }
        return parser.isExpectedStartArrayToken() ? "a list" : isText() ? "\"" + text() + "\"" : text();
    }

    /** Where the cursor stands, for an error that turns out only behind it. */
    JsonLocation location() {
        return parser.currentTokenLocation();
    }

    /** An error at this place. */
    MalformedPolicyException malformed(String what) {
        return malformed(what, location());
    }

    /** An error of the value that ends here and began at a location. */
    MalformedPolicyException malformed(String what, JsonLocation began) {
        return malformed(Kind.MALFORMED, what, began, null);
    }

    /** The deployment puts in what stands here, so it is not known, and not a mistake either. */
    MalformedPolicyException notJudged(String what) {
        return malformed(Kind.NOT_JUDGED, what, location(), null);
    }

    private MalformedPolicyException malformed(
            Kind kind, String what, @Nullable JsonLocation location, @Nullable Exception cause) {
        JsonLocation place = location == null ? JsonLocation.NA : location;
        String pointer = root + parser.getParsingContext().pathAsPointer();
        int line = Math.max(place.getLineNr(), 0);
        int column = line > 0 ? Math.max(place.getColumnNr(), 1) : 0;
        MalformedPolicyException malformed = new MalformedPolicyException(kind, pointer, line, column, what);
        malformed.initCause(cause);
        return malformed;
    }
}
