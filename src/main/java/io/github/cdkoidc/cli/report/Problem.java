package io.github.cdkoidc.cli.report;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.rules.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A finding.
 *
 * @param severity how bad it is
 * @param rule the rule's id
 * @param title what the rule is about, in one line
 * @param about the role, job or file
 * @param place where it is written
 * @param message what is there, and what follows
 * @param fix what to do
 * @param source the URL of the page where it is documented; empty for none
 * @param proof the token that shows it, if one does
 * @param acknowledged why it may stand, if the author of the app has said so
 * @param pastes what can be pasted to follow the fix
 */
public record Problem(
        Severity severity,
        String rule,
        String title,
        String about,
        Place place,
        String message,
        String fix,
        String source,
        Optional<Proof> proof,
        Optional<String> acknowledged,
        List<Paste> pastes) {

    public Problem {
        pastes = List.copyOf(pastes);
    }

    /** A file, a line (0 if it is not known), and a JSON pointer into the file (empty for none). */
    public record Place(String file, int line, String pointer) {
        /** {@return file and line, such as {@code policy.json:7}} */
        @Override
        public String toString() {
            return line > 0 ? file + ":" + line : file;
        }
    }

    /** The claims of a token, and whether the policy allows it. */
    public record Proof(GitHubClaims claims, boolean allowed) {
        String verb() {
            return allowed ? "admits" : "denies";
        }
    }

    /** Lines to paste: what they go into, their language, such as {@code yaml}, and the text, without a newline at the end. */
    public record Paste(String where, String language, String text) {}

    /** Whether it is at least so severe, and not acknowledged. */
    public boolean counts(Severity least) {
        return acknowledged.isEmpty() && severity.compareTo(least) <= 0;
    }

    /** {@return the severity in lower case} */
    public String severityName() {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
