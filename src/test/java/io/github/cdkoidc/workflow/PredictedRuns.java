package io.github.cdkoidc.workflow;

import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.workflow.expression.IfCondition;
import io.github.cdkoidc.workflow.file.Workflow;
import io.github.cdkoidc.workflow.text.ClaimText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes predicted runs as the expected files have them. */
public final class PredictedRuns {

    private static final String CLASSIC = "repo:octo-org/octo-repo:";
    private static final String IMMUTABLE = "repo:octo-org@123456/octo-repo@456789:";

    private PredictedRuns() {}

    /** The run for a reader, such as {@code deploy.yml deploy, push refs/heads/main}. */
    public static String name(PredictedRun run) {
        String file = run.workflow().file();
        return file.substring(file.lastIndexOf('/') + 1) + " " + String.join("/", run.jobs()) + ", "
                + run.trigger().event() + " " + run.ref().shown();
    }

    static String written(Workflow workflow, List<PredictedRun> runs) {
        List<String> lines = new ArrayList<>();
        runs.forEach(run -> lines.addAll(lines(run)));
        if (!workflow.notUnderstood().isEmpty()) {
            lines.add("notes "
                    + workflow.notUnderstood().stream()
                            .map(note -> note.place().line())
                            .sorted()
                            .map(String::valueOf)
                            .collect(joining(" ")));
        }
        return String.join("\n", lines);
    }

    private static List<String> lines(PredictedRun run) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join("/", run.jobs()) + " | " + run.trigger().event() + " | " + shown(run.ref()));
        run.inputs().forEach((name, value) -> lines.add("  inputs " + name + "=" + value));
        if (!run.matrix().isEmpty()) {
            lines.add("  matrix " + run.matrix().size());
        }
        lines.add("  token "
                + run.idToken().granted().map(granted -> granted ? "yes" : "no").orElse("unknown"));
        run.environment().ifPresent(name -> lines.add("  environment " + name.shown()));
        subjects(run).forEach(lines::add);
        if (!run.file().equals(run.workflow()) || run.job().call().isPresent()) {
            lines.add("  file "
                    + run.tokens()
                            .get(0)
                            .claim("job_workflow_ref")
                            .orElseThrow()
                            .shown());
        }
        run.logins().forEach(login -> lines.addAll(lines(login)));
        if (!run.perhaps().isEmpty()) {
            lines.add("  perhaps " + places(run.perhaps()));
        }
        return lines;
    }

    /** The subjects without the repository, once if both spellings agree. */
    private static Stream<String> subjects(PredictedRun run) {
        List<String> classic = subjects(run, CLASSIC);
        List<String> immutable = subjects(run, IMMUTABLE);
        boolean agree =
                classic.equals(immutable) && classic.size() * 2 == run.tokens().size();
        return agree ? classic.stream() : Stream.of("  spellings differ: " + run.tokens());
    }

    private static List<String> subjects(PredictedRun run, String repository) {
        return run.tokens().stream()
                .filter(token -> token.sub().shown().startsWith(repository))
                .map(token -> "  sub" + (token.assuming().size() > 1 ? "? " : " ")
                        + token.sub().shown().substring(repository.length()))
                .toList();
    }

    private static List<String> lines(AwsLogin login) {
        StringBuilder line = new StringBuilder("  login " + shown(login.role()));
        if (!login.audience().equals(ClaimText.known("sts.amazonaws.com"))) {
            line.append(" audience=").append(login.audience().shown());
        }
        if (!login.durationSeconds().equals(ClaimText.known("3600"))) {
            line.append(" duration=").append(login.durationSeconds().shown());
        }
        line.append(login.chained() ? " chained" : "");
        line.append(login.perhaps().isEmpty() ? "" : " perhaps=" + places(login.perhaps()));
        return Stream.concat(
                        Stream.of(line.toString()), login.oidcOff().stream().map(why -> "  off " + why))
                .toList();
    }

    private static String places(List<IfCondition> conditions) {
        return conditions.stream()
                .map(condition -> String.valueOf(condition.place().line()))
                .collect(joining(" "));
    }

    private static String shown(ClaimText value) {
        return value.equals(ClaimText.empty()) ? "-" : value.shown();
    }
}
