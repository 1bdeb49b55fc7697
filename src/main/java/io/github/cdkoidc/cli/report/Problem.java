package io.github.cdkoidc.cli.report;

import io.github.cdkoidc.trust.rules.Proof;
import io.github.cdkoidc.trust.rules.Rule;
import io.github.cdkoidc.trust.rules.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A finding about a role, job or file: what to do, why it may stay, if the app says so, and what can be pasted to follow the fix. */
public record Problem(
        Rule rule,
        String about,
        Place place,
        String message,
        Optional<Proof> proof,
        String fix,
        Optional<String> acknowledged,
        List<Paste> pastes) {

    public Problem {
        pastes = List.copyOf(pastes);
    }

    /** A file, a line from 1, or 0 if it is not known, and a JSON pointer into the file, empty for none. */
    public record Place(String file, int line, String pointer) {
        /** {@return file and line, such as {@code policy.json:7}} */
        @Override
        public String toString() {
            return line > 0 ? file + ":" + line : file;
        }
    }

    /** Lines to paste: what they go into, their language, such as {@code yaml}, and the text, without a newline at the end. */
    public record Paste(String where, String language, String text) {}

    /** Whether it is at least so severe, and not acknowledged. */
    public boolean counts(Severity least) {
        return acknowledged.isEmpty() && severity().compareTo(least) <= 0;
    }

    /** Whether it is about something in the file. */
    boolean isNamed() {
        return !about.isEmpty() && !about.equals(place.file());
    }

    public Severity severity() {
        return rule.severity();
    }

    public String severityName() {
        return severity().name().toLowerCase(Locale.ROOT);
    }
}
