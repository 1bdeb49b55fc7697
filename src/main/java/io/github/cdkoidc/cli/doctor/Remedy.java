package io.github.cdkoidc.cli.doctor;

/**
 * What to paste.
 *
 * @param where what it goes into: {@code job deploy in .github/workflows/deploy.yml}
 * @param language {@code yaml}, {@code java} or {@code json}
 * @param text the lines, without a newline at the end
 */
public record Remedy(String where, String language, String text) {

    static Remedy yaml(String where, String... lines) {
        return new Remedy(where, "yaml", String.join("\n", lines));
    }

    static Remedy java(String where, String text) {
        return new Remedy(where, "java", text);
    }

    static Remedy json(String where, String text) {
        return new Remedy(where, "json", text);
    }
}
