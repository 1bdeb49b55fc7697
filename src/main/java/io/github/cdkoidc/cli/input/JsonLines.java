package io.github.cdkoidc.cli.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import io.github.cdkoidc.internal.json.JsonTree;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of the elements of a JSON text, which is read once, when the first is asked for. */
final class JsonLines {

    private final String json;
    private @Nullable Map<String, Integer> lines;

    JsonLines(String json) {
        this.json = json;
    }

    /** The line where the element at a JSON pointer begins, or the nearest one around it that is there; 0 if the text is not JSON. */
    int of(String pointer) {
        Map<String, Integer> known = lines;
        if (known == null) {
            known = read();
            lines = known;
        }
        for (String at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
            Integer line = known.get(at);
            if (line != null || at.isEmpty()) {
                return line == null ? 0 : line;
            }
        }
    }

    private Map<String, Integer> read() {
        Map<String, Integer> found = new HashMap<>();
        try (JsonParser parser = JsonTree.FACTORY.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!token.isStructEnd()) {
                    JsonPointer at = parser.getParsingContext().pathAsPointer();
                    found.putIfAbsent(
                            at.toString(), parser.currentTokenLocation().getLineNr());
                }
            }
            return found;
        } catch (IOException e) {
            return found;
        }
    }
}
