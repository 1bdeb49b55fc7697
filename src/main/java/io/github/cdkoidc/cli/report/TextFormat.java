package io.github.cdkoidc.cli.report;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.trust.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a report for a terminal, which has the table in place of the diagram. */
final class TextFormat implements Section.Renderer {

    private static final int LABEL = 10;

    /** The claims that AWS sees, and the one that a person asks for first. JSON has the others too. */
    private static final Set<String> SHOWN = Stream.concat(
                    Stream.of(GitHubClaim.values()).map(GitHubClaim::claimName), Stream.of("event_name", "iss"))
            .collect(Collectors.toUnmodifiableSet());

    private final boolean colours;
    private final StringBuilder text = new StringBuilder();

    TextFormat(boolean colours) {
        this.colours = colours;
    }

    String render(Report report) {
        report.sections().forEach(section -> section.show(this));
        Section first = report.sections().get(0);
        if (!(first instanceof Section.Answer || first instanceof Section.Code)) {
            blank();
            line(paint(Wrap.of(report.summary()), report.exitCode() == 0 ? Colour.GREEN : Colour.BOLD));
        }
        return text.toString();
    }

    private enum Colour {
        RED(31),
        GREEN(32),
        YELLOW(33),
        BLUE(34),
        BOLD(1);

        private final int code;

        Colour(int code) {
            this.code = code;
        }

        static Colour of(Severity severity) {
            return severity == Severity.ERROR ? RED : severity == Severity.WARNING ? YELLOW : BLUE;
        }
    }

    private String paint(String words, Colour colour) {
        return colours ? "\u001B[" + colour.code + "m" + words + "\u001B[0m" : words;
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void blank() {
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    private void heading(Section section) {
        blank();
        if (!section.title().isEmpty()) {
            line(paint(section.title(), Colour.BOLD));
        }
    }

    @Override
    public void answer(Section.Answer answer) {
        heading(answer);
        String lines = Wrap.all(answer.text());
        int end = lines.indexOf('\n');
        Colour colour =
                switch (answer.answer()) {
                    case ALLOWED -> Colour.GREEN;
                    case DENIED -> Colour.RED;
                    case UNDECIDED -> Colour.YELLOW;
                };
        text.append(paint(lines.substring(0, end), colour)).append(lines.substring(end));
    }

    @Override
    public void code(Section.Code code) {
        heading(code);
        text.append(code.text());
    }

    @Override
    public void facts(Section.Facts facts) {
        if (!facts.detail() && !facts.values().isEmpty()) {
            heading(facts);
            int widest = facts.values().keySet().stream()
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            facts.values()
                    .forEach((name, value) ->
                            labelled(name + " ".repeat(widest - name.length()) + "  ", value.toString(), 2));
        }
    }

    private void labelled(String label, String value, int indent) {
        String gap = " ".repeat(Math.max(0, LABEL - label.length()));
        line(Wrap.of(" ".repeat(indent) + label + gap + value));
    }

    @Override
    public void words(Section.Words words) {
        if (words.lines().isEmpty()) {
            return;
        }
        heading(words);
        words.lines().forEach(paragraph -> line(Wrap.of(paragraph)));
    }

    @Override
    public void table(Section.Table table) {
        if (table.detail()) {
            return;
        }
        heading(table);
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.columns().stream()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList());
        rows.addAll(table.rows());
        Columns.of(rows).forEach(this::line);
    }

    @Override
    public void problems(Section.Problems problems) {
        for (Problem problem : problems.problems()) {
            blank();
            String severity = problem.acknowledged().isPresent()
                    ? "ACKNOWLEDGED"
                    : problem.severity().name();
            line(paint(severity, Colour.of(problem.severity())) + " "
                    + paint(problem.rule().id(), Colour.BOLD) + "  " + problem.place());
            if (problem.isNamed()) {
                labelled("of", problem.about(), 2);
            }
            labelled("what", problem.message(), 2);
            // Nothing is wrong with the run of an information.
            problem.proof()
                    .filter(proof -> problem.severity() != Severity.INFO)
                    .ifPresent(proof -> proof(proof.verb(), proof.claims()));
            problem.acknowledged().ifPresent(reason -> labelled("because", reason, 2));
            if (problem.acknowledged().isEmpty()) {
                labelled("fix", problem.fix(), 2);
            }
            problem.pastes().forEach(this::paste);
            if (!problem.place().pointer().isEmpty()) {
                labelled("at", problem.place().pointer(), 2);
            }
            labelled("see", problem.rule().source(), 2);
        }
    }

    private void paste(Problem.Paste paste) {
        labelled("paste", "into " + paste.where(), 2);
        paste.text().lines().forEach(pasted -> line(" ".repeat(2 + LABEL) + pasted));
    }

    /** The claims, {@code sub} first; github.com is what an issuer left out stands for. */
    private void proof(String label, GitHubClaims token) {
        Map<String, String> claims = new TreeMap<>(token.values());
        claims.remove("iss", GitHubIssuer.GITHUB_COM.url());
        claims.keySet().removeIf(name -> !SHOWN.contains(name));
        claims.values().removeIf(String::isEmpty);
        String subject = claims.remove("sub");
        labelled(label, subject == null ? "a token without sub" : "sub " + subject, 2);
        claims.forEach((name, value) -> labelled("", name + " " + value, 2));
    }

    @Override
    public void changes(Section.Changes changes) {
        for (Change change : changes.changes()) {
            blank();
            String place = change.role().equals(change.place().file()) ? "" : "  " + change.place();
            line(paint(change.role(), Colour.BOLD) + "  " + change.kind() + place);
            change.gained().forEach(access -> access("+ admitted", access, Colour.RED));
            change.lost().forEach(access -> access("- denied", access, Colour.YELLOW));
            change.unknown().forEach(why -> labelled("perhaps", "because " + why, 2));
            if (change.isWithoutToken()) {
                labelled("", "admits no token that GitHub mints", 0);
            }
        }
    }

    private void access(String label, Change.Access access, Colour colour) {
        String wrapped = Wrap.of("  " + label + "  " + access.who() + ": " + access.runs());
        line("  " + paint(label, colour) + wrapped.substring(2 + label.length()));
        access.token().ifPresent(token -> proof("token", token));
    }
}
