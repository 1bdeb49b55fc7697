package io.github.cdkoidc.cli.input;

import com.fasterxml.jackson.core.JsonParser;
import io.github.cdkoidc.internal.json.JsonTree;
import java.io.IOException;

/** Finds the line of an element of a JSON text. */
final class JsonLines {

    private JsonLines() {}

    /** The line where the element at a JSON pointer begins, or the nearest one around it that is there; 0 if the text is not JSON. */
    static int of(String json, String pointer) {
        int line = 0;
        int longest = -1;
        try (JsonParser parser = JsonTree.FACTORY.createParser(json)) {
            while (longest < pointer.length() && parser.nextToken() != null) {
                String at = parser.getParsingContext().pathAsPointer().toString();
                if (at.length() > longest && (pointer.equals(at) || pointer.startsWith(at + "/"))) {
                    longest = at.length();
                    line = parser.currentTokenLocation().getLineNr();
                }
            }
            return line;
        } catch (IOException e) {
            return line;
        }
    }
}
