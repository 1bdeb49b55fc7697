package io.github.cdkoidc.cli.report;

import io.github.cdkoidc.trust.rules.Proof;
import io.github.cdkoidc.trust.rules.Rule;
import io.github.cdkoidc.trust.rules.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A finding.
 *
 * @param rule the rule
 * @param about the role, job or file
 * @param place where it is written
 * @param message what is there, and what follows
 * @param proof the witness, if there is one
 * @param acknowledged why it may stay, if the app says so
 * @param pastes what can be pasted to follow the fix
 */
public record Problem(
        Rule rule,
        String about,
        Place place,
        String message,
        Optional<Proof> proof,
        Optional<String> acknowledged,
        List<Paste> pastes) {

    /** Takes a copy. */
    public Problem {
        pastes = List.copyOf(pastes);
    }

    /**
     * Where something is written.
     *
     * @param file the file
     * @param line the line, from 1; 0 if it is not known
     * @param pointer a JSON pointer into the file; empty for none
     */
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

    /** {@return how bad it is} */
    public Severity severity() {
        return rule.severity();
    }

    /** {@return the severity in lower case} */
    public String severityName() {
        return severity().name().toLowerCase(Locale.ROOT);
    }
}
