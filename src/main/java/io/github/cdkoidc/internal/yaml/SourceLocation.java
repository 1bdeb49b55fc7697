package io.github.cdkoidc.internal.yaml;

/**
 * Where something is written: {@code .github/workflows/deploy.yml:12}.
 *
 * @param file the file, relative to the repository
 * @param line the line, from 1
 * @param column the column, from 1
 */
public record SourceLocation(String file, int line, int column) {

    /**
     * File, line and column, for the messages of what cannot be read.
     *
     * @return for example {@code .github/workflows/deploy.yml:12:5}
     */
    public String exact() {
        return file + ":" + line + ":" + column;
    }

    /** File and line, as editors open it. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
