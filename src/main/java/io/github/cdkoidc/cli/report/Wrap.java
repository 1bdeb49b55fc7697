package io.github.cdkoidc.cli.report;

import static java.util.stream.Collectors.joining;

/** Breaks lines at blanks. What follows a label of a column stays in the column. */
final class Wrap {

    /** The columns of a terminal: {@value}. */
    static final int WIDTH = 80;

    /** Beyond this, two blanks end no label. */
    private static final int WIDEST_LABEL = 24;

    private Wrap() {}

    /** A line as lines that fit, but for words that do not. A terminal takes no orders from it. */
    static String of(String given) {
        String line = given.replaceAll("\\p{Cntrl}", "\uFFFD");
        int indent = indent(line);
        StringBuilder wrapped = new StringBuilder();
        int column = 0;
        int from = 0;
        while (from < line.length()) {
            int word = pastBlanks(line, from);
            int end = line.indexOf(' ', word);
            end = end < 0 ? line.length() : end;
            if (column + end - from > WIDTH && column > indent && word < end) {
                wrapped.append('\n').append(" ".repeat(indent));
                column = indent;
                from = word;
            }
            wrapped.append(line, from, end);
            column += end - from;
            from = end;
        }
        return wrapped.toString();
    }

    /** The lines of a text. */
    static String all(String text) {
        return text.lines().map(line -> of(line) + "\n").collect(joining());
    }

    private static int indent(String line) {
        int first = pastBlanks(line, 0);
        int gap = line.indexOf("  ", first);
        return gap < 0 || gap > WIDEST_LABEL ? first + 2 : pastBlanks(line, gap);
    }

    private static int pastBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
