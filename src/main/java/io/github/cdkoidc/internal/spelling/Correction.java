package io.github.cdkoidc.internal.spelling;

import io.github.cdkoidc.internal.spelling.SpellingMistake.Certainty;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text that is corrected step by step, and what was wrong with it. */
final class Correction {

    private final String given;
    private String text;
    private boolean example;
    private Certainty certainty = Certainty.NEVER;
    private final Set<String> whats = new LinkedHashSet<>();

    Correction(String given) {
        this.given = given;
        this.text = given;
    }

    String text() {
        return text;
    }

    /** Writes the text another way, and remembers why if that changes it. */
    void write(String changed, String what) {
        if (!changed.equals(text)) {
            text = changed;
            whats.add(what);
        }
    }

    /** Writes the first place where a pattern matches another way. */
    void replace(Pattern pattern, String replacement, String what) {
        Matcher matcher = pattern.matcher(text);
        if (matcher.find()) {
            write(matcher.replaceFirst(replacement), what);
        }
    }

    /** Adds what nobody can tell. */
    void example(String changed, String what) {
        example |= !changed.equals(text);
        write(changed, what);
    }

    /** Says that the text may be what was meant. */
    void doubt(Certainty other) {
        if (whats.isEmpty()) {
            certainty = other;
        }
    }

    Optional<SpellingMistake> mistake() {
        return text.equals(given)
                ? Optional.empty()
                : Optional.of(new SpellingMistake(String.join(", and ", whats), text, example, certainty));
    }
}
