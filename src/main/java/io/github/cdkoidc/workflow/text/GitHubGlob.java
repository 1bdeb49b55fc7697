package io.github.cdkoidc.workflow.text;

import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.claims.TextSet;
import java.util.Optional;

/**
 * A pattern of a branch, tag or path filter, as GitHub reads it: {@code *} stands for any run of characters but {@code /}, {@code **} for
 * any run at all, {@code ?} for the character before it or none, {@code +} for one or more of it, {@code [a-z]} for one of the characters,
 * and {@code \} takes the meaning from what follows. Case counts. It is not a shell's glob: {@code ?} never stands for a character of its
 * own, and {@code *} matches a leading dot. A {@code !} at the start belongs to the list that the pattern is in, see {@link NameFilter}.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet">
 *     GitHub: filter pattern cheat sheet</a>
 */
public record GitHubGlob(String pattern) {

    private static final int LONGEST = 1024;

    /** Refuses what is empty or too long, repeats nothing, or has brackets that hold nothing or do not close. */
    public GitHubGlob {
        if (pattern.isEmpty()) {
            throw new IllegalArgumentException("pattern \"\" is empty, and no name is: write ** for every name");
        }
        if (pattern.length() > LONGEST) {
            throw new IllegalArgumentException("pattern of " + pattern.length()
                    + " characters is longer than any name, of " + LONGEST + " at most: write a shorter one");
        }
        GlobAtom.parse(pattern);
    }

    /** The pattern that matches a text, which is not empty, and nothing else. */
    public static GitHubGlob literally(String text) {
        return new GitHubGlob(escaped(text));
    }

    /** A text as a part of a pattern. */
    public static String escaped(String text) {
        return text.replaceAll("[*?+\\[\\]!\\\\]", "\\\\$0");
    }

    /** The names that match. */
    TextSet texts() {
        return TextSet.sequence(
                GlobAtom.parse(pattern).stream().map(GlobAtom::texts).toArray(TextSet[]::new));
    }

    /** The one name that matches, if only one does. */
    public Optional<String> name() {
        String prefix = literalPrefix();
        return prefix.length() == GlobAtom.parse(pattern).size() ? Optional.of(prefix) : Optional.empty();
    }

    /** What every matching name starts with. */
    String literalPrefix() {
        return GlobAtom.parse(pattern).stream()
                .takeWhile(atom -> !atom.literal().isEmpty())
                .map(GlobAtom::literal)
                .collect(joining());
    }

    /** Whether every name that starts with a prefix matches. */
    boolean coversPrefix(String prefix) {
        return pattern.equals(escaped(literalPrefix()) + "**") && prefix.startsWith(literalPrefix());
    }

    @Override
    public String toString() {
        return pattern;
    }
}
