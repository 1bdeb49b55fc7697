package io.github.cdkoidc.internal.spelling;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The full name of a ref, of what somebody has typed for one: {@code main}, {@code heads/main}, {@code refs/tag/v2}. */
final class RefSpelling {

    static final String BRANCHES = "refs/heads/";
    static final String TAGS = "refs/tags/";
    static final String EXAMPLE = BRANCHES + "main";

    private static final Pattern TYPED = Pattern.compile(
            "/*(?:(?:refs?|git)[:/=]+)*+(?:(heads?|branch(?:es)?|tags?)[:/=]+)?/*(.+?)/*", Pattern.DOTALL);
    private static final Pattern VERSION = Pattern.compile("v?\\d[\\w.*?-]*");

    private RefSpelling() {}

    /** Whether a text is a full name already, as far as its beginning tells. */
    static boolean isFull(String ref) {
        return ref.startsWith(BRANCHES) || ref.startsWith(TAGS);
    }

    static String full(String typed) {
        Matcher parts = TYPED.matcher(typed);
        if (!parts.matches()) {
            return typed;
        }
        String kind = parts.group(1);
        String name = parts.group(2).replaceAll("/{2,}", "/");
        boolean tag = kind == null ? VERSION.matcher(name).matches() : kind.startsWith("tag");
        return (tag ? TAGS : BRANCHES) + name;
    }
}
