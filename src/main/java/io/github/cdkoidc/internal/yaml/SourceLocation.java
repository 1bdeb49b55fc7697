package io.github.cdkoidc.internal.yaml;

/** Where something is written: a file, relative to the repository, with line and column from 1. */
public record SourceLocation(String file, int line, int column) {

    /** File, line and column, such as {@code .github/workflows/deploy.yml:12:5}, for the messages of what cannot be read. */
    public String exact() {
        return file + ":" + line + ":" + column;
    }

    /** File and line, as editors open it. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
