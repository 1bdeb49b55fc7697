package io.github.cdkoidc.doctor;

import java.util.regex.Pattern;

/** What to paste: lines of {@code yaml}, {@code java} or {@code json}, without a newline at the end, and what they go into. */
public record Remedy(String where, String language, String text) {

    /** What is a text without quotes: no comment, no key of its own, and no truth, number or null. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?!(?i:true|false|yes|no|on|off|null|y|n)$)[A-Za-z(](?:[^:#\\p{Cntrl}]|:(?=\\S)|(?<! )#)*+(?<! )");

    static Remedy yaml(String where, String... lines) {
        return new Remedy(where, "yaml", String.join("\n", lines));
    }

    /** A key with a text as its value, in quotes if YAML would read it otherwise. */
    static Remedy yamlKey(String where, String key, String value) {
        return yaml(
                where, key + ": " + (PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "''") + "'"));
    }

    static Remedy java(String where, String text) {
        return new Remedy(where, "java", text);
    }

    static Remedy json(String where, String text) {
        return new Remedy(where, "json", text);
    }
}
