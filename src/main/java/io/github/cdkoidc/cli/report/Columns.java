package io.github.cdkoidc.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Cells under each other, in columns that fit a terminal together: the widest are broken into lines until they do. */
final class Columns {

    private static final int GAP = 2;
    private static final int NARROWEST = 10;

    private final int[] widths;

    private Columns(List<List<String>> rows) {
        this.widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        int widest = widest();
        while (total() > Wrap.WIDTH && widths[widest] > NARROWEST) {
            widths[widest]--;
            widest = widest();
        }
    }

    /** The lines of some rows, each of as many cells as the first. */
    static List<String> of(List<List<String>> rows) {
        Columns columns = new Columns(rows);
        return rows.stream().flatMap(row -> columns.lines(row).stream()).toList();
    }

    private int total() {
        return IntStream.of(widths).sum() + GAP * (widths.length - 1);
    }

    private int widest() {
        return IntStream.range(0, widths.length).reduce(0, (one, other) -> widths[other] > widths[one] ? other : one);
    }

    private List<String> lines(List<String> row) {
        List<List<String>> cells = IntStream.range(0, widths.length)
                .mapToObj(column -> broken(row.get(column), widths[column]))
                .toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, height).mapToObj(line -> line(cells, line)).toList();
    }

    private String line(List<List<String>> cells, int number) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            List<String> cell = cells.get(column);
            String part = number < cell.size() ? cell.get(number) : "";
            line.append(part).append(" ".repeat(Math.max(0, widths[column] - part.length()) + GAP));
        }
        return line.toString().stripTrailing();
    }

    /** The parts of a cell, broken at a blank or behind a slash where there is one. */
    private static List<String> broken(String cell, int width) {
        List<String> parts = new ArrayList<>();
        String rest = cell.replaceAll("\\p{Cntrl}", "\uFFFD");
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int slash = rest.lastIndexOf('/', width - 1) + 1;
            int end = blank > 0 ? blank : slash > 0 ? slash : width;
            parts.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        parts.add(rest);
        return parts;
    }
}
