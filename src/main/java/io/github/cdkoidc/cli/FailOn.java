package io.github.cdkoidc.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.cli.report.Problem;
import io.github.cdkoidc.cli.report.Report;
import io.github.cdkoidc.trust.rules.Severity;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** The least severity that makes a command fail; empty if none does. */
record FailOn(Optional<Severity> least) {

    private static final String OPTION = "--fail-on";
    private static final String DEFAULT = "warning";
    private static final String NEVER = "never";
    private static final Set<String> UNCOUNTED = Set.of("info", "acknowledged");

    static void describe(CommandSpec spec) {
        spec.addOption(Arguments.option(
                OPTION,
                "SEVERITY",
                "The least severity that makes the exit code 1: error, warning, info or never. Default: " + DEFAULT
                        + "."));
    }

    static FailOn of(Arguments arguments) {
        String given = arguments.value(OPTION).orElse(DEFAULT).toLowerCase(Locale.ROOT);
        Optional<Severity> severity = Stream.of(Severity.values())
                .filter(one -> name(one).equals(given))
                .findFirst();
        if (severity.isEmpty() && !given.equals(NEVER)) {
            throw arguments.wrong(OPTION + " \"" + given + "\" is not a severity: write error, warning, info or never");
        }
        return new FailOn(severity);
    }

    int exitCode(List<Problem> problems) {
        boolean fails = least.isPresent() && problems.stream().anyMatch(problem -> problem.counts(least.get()));
        return fails ? Report.SOMETHING_FOUND : Report.NOTHING_TO_SAY;
    }

    /** How many findings there are of each kind, such as {@code 1 error, 2 acknowledged}; nothing for none. */
    static String counts(List<Problem> problems) {
        Map<String, Long> counts = problems.stream()
                .sorted(Comparator.comparing(
                                (Problem problem) -> problem.acknowledged().isPresent())
                        .thenComparing(Problem::severity))
                .collect(groupingBy(
                        problem -> problem.acknowledged().isPresent() ? "acknowledged" : problem.severityName(),
                        LinkedHashMap::new,
                        counting()));
        return counts.entrySet().stream()
                .map(kind -> UNCOUNTED.contains(kind.getKey())
                        ? kind.getValue() + " " + kind.getKey()
                        : counted(kind.getValue(), kind.getKey()))
                .collect(joining(", "));
    }

    /** A number of something. */
    static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
