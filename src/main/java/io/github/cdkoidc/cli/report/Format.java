package io.github.cdkoidc.cli.report;

import java.util.Locale;

/** What a report is written as. */
public enum Format {
    /** For a terminal: 80 columns, colours if it has any. */
    TEXT,
    /** For programs: version {@value JsonFormat#VERSION} of a shape that is documented in the README. */
    JSON,
    /** For the summary of a job on GitHub. */
    MARKDOWN,
    /** SARIF 2.1.0, for code scanning. Only reports with findings have one. */
    SARIF;

    /** Writes a report as lines of text; the version is that of this program. */
    public String render(Report report, boolean colours, String version) {
        return switch (this) {
            case TEXT -> new TextFormat(colours).render(report);
            case JSON -> JsonFormat.render(report);
            case MARKDOWN -> MarkdownFormat.render(report);
            case SARIF -> SarifFormat.render(report, version);
        };
    }

    /** {@return the name that the command line takes} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
