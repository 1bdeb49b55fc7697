package io.github.cdkoidc.cli;

import io.github.cdkoidc.cli.report.Problem;
import io.github.cdkoidc.cli.report.Report;
import io.github.cdkoidc.trust.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** The least severity that makes a command fail; empty if none does. */
record FailOn(Optional<Severity> least) {

    private static final String OPTION = "--fail-on";
    private static final String DEFAULT = "warning";
    private static final String NEVER = "never";

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
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = problems.stream()
                    .filter(problem -> problem.acknowledged().isEmpty() && problem.severity() == severity)
                    .count();
            if (count > 0) {
                counts.add(severity == Severity.INFO ? count + " info" : counted(count, name(severity)));
            }
        }
        long answered = problems.stream()
                .filter(problem -> problem.acknowledged().isPresent())
                .count();
        if (answered > 0) {
            counts.add(answered + " acknowledged");
        }
        return String.join(", ", counts);
    }

    /** A number of something. */
    static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
