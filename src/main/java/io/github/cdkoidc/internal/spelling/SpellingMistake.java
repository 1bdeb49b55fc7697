package io.github.cdkoidc.internal.spelling;

/**
 * What is wrong with a text that somebody has typed, and what was meant.
 *
 * @param what the end of a sentence that starts with the text, such as {@code does not start with repo:}
 * @param corrected the text as it was meant
 * @param isExample whether something is missing that nobody can tell, so that {@code corrected} is one of several
 * @param certainty how sure it is that no token presents the text
 */
public record SpellingMistake(String what, String corrected, boolean isExample, Certainty certainty) {

    /** How sure it is that no token presents a text. */
    public enum Certainty {
        /** No token presents it, whatever a repository is called and configured. */
        NEVER,
        /** A token may present it, and it is not likely that one was meant to. */
        UNLIKELY,
        /** Only a customised {@code sub} holds it. */
        CUSTOMISED
    }

    /** What to write instead. */
    public String remedy() {
        return (isExample ? "write all of it, such as \"" : "write \"") + corrected + "\"";
    }
}
