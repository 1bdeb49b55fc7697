package io.github.cdkoidc.internal.spelling;

/** Blanks, those included that no editor shows. */
final class Blanks {

    private static final char NO_BREAK = '\u00a0';

    private Blanks() {}

    static boolean is(char c) {
        return c <= ' ' || c == NO_BREAK || Character.isWhitespace(c);
    }

    static boolean isIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (is(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The text without the blanks before and behind it. */
    static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && is(text.charAt(start))) {
            start++;
        }
        while (start < end && is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
