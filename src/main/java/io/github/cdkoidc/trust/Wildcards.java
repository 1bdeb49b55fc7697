package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A value of a condition as a text, in which one character stands for a wildcard that is meant as one. */
final class Wildcards {

    private static final char STAR = '\uE000';
    private static final char ANY = '\uE001';

    private Wildcards() {}

    /** The text, unless only the deployment or the run says what it is. */
    static Optional<String> read(JsonNode value, Language language) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : PolicyText.pieces(value, language)) {
            if (piece instanceof Piece.Text known) {
                text.append(known.text().replace('*', STAR).replace('?', ANY));
            } else if (piece instanceof Piece.Exact exact) {
                text.append(exact.text());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(text.toString());
    }

    static boolean areIn(String text) {
        return text.indexOf(STAR) >= 0 || text.indexOf(ANY) >= 0;
    }

    /** A text that a pattern stands for: with this for every star, and a letter for every question mark. */
    static String filled(String text, String filler) {
        return text.replace(String.valueOf(STAR), filler).replace(ANY, 'x');
    }

    /** The pattern that stands for anything. */
    static String anything() {
        return String.valueOf(STAR);
    }
}
