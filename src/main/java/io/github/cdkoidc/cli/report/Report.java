package io.github.cdkoidc.cli.report;

import java.util.List;

/**
 * What a command has to say.
 *
 * @param exitCode {@value #NOTHING_TO_SAY} or {@value #SOMETHING_FOUND}
 * @param result the answer in one word, such as {@code denied}
 * @param summary the answer in one line
 * @param sections the rest, one or more; where the first is {@link Section.Answer} or {@link Section.Code}, that is all that a terminal has to show
 */
public record Report(String command, int exitCode, String result, String summary, List<Section> sections) {

    /** The run is allowed, there are no findings, nothing has changed: {@value}. */
    public static final int NOTHING_TO_SAY = 0;

    /** The run is not allowed, there are findings, something has changed: {@value}. */
    public static final int SOMETHING_FOUND = 1;

    /** The arguments or the input cannot be read: {@value}. Then there is no report. */
    public static final int BAD_INPUT = 2;

    public Report {
        sections = List.copyOf(sections);
    }
}
