package io.github.cdkoidc.claims;

import java.util.Objects;

/**
 * A value that a trust policy compares a claim with: an exact text, or a pattern in which {@code *} stands for any run of
 * characters, {@code /} and {@code :} included, and {@code ?} for one character.
 *
 * <p>A value is a pattern if and only if it holds {@code *} or {@code ?}: every method that promises exactness refuses
 * both. Everything else is literal, a dollar sign with a brace too.
 *
 * @param text the text, 1 character or more of U+0020 to U+00FF
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     IAM: string condition operators</a>
 */
public record ClaimValue(String text) {

    private static final String INSTEAD = "write the value that the run presents";

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank, holds a character that IAM cannot, or is a pattern with a CDK
     *     token, whose deployed value could be a wildcard
     */
    public ClaimValue {
        Objects.requireNonNull(text, "value is null: " + INSTEAD);
        if (text.isBlank()) {
            throw new IllegalArgumentException("value \"" + text + "\" is blank, so it names no run: " + INSTEAD);
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x20 || text.charAt(i) > 0xFF) {
                throw new IllegalArgumentException(String.format(
                        "value \"%s\" holds U+%04X, and an IAM policy can hold only U+0020 to U+00FF: "
                                + "rename the branch, tag or environment on GitHub",
                        text, text.codePointAt(i)));
            }
        }
        if (isPattern(text) && CdkToken.isIn(text)) {
            throw new IllegalArgumentException(
                    "pattern \"" + text + "\" holds a CDK token, and the value that it gets at "
                            + "deployment could be a wildcard itself: write the name instead of the token, or an exact subject");
        }
    }

    /**
     * A value that means itself.
     *
     * @param text the text
     * @param instead what to write for a deliberate wildcard, for the error message
     * @return the value
     * @throws IllegalArgumentException if the text holds {@code *} or {@code ?}, is blank, or holds a character that IAM
     *     cannot
     */
    public static ClaimValue exact(String text, String instead) {
        ClaimValue value = new ClaimValue(text);
        if (value.isPattern()) {
            throw new IllegalArgumentException(
                    "value \"" + text + "\" holds a wildcard where an exact value is promised: " + instead);
        }
        return value;
    }

    /**
     * A value that matches more than itself.
     *
     * @param text the pattern
     * @param instead what to write for an exact value, for the error message
     * @return the value
     * @throws IllegalArgumentException if the text holds neither {@code *} nor {@code ?}, or is not a valid value
     */
    public static ClaimValue pattern(String text, String instead) {
        ClaimValue value = new ClaimValue(text);
        if (!value.isPattern()) {
            throw new IllegalArgumentException("pattern \"" + text + "\" holds neither * nor ?: " + instead);
        }
        return value;
    }

    /**
     * Whether this value matches more than itself.
     *
     * @return true if the text holds {@code *} or {@code ?}
     */
    public boolean isPattern() {
        return isPattern(text);
    }

    static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }
}
