package io.github.cdkoidc.cli.report;

import io.github.cdkoidc.claims.GitHubClaims;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a report for the summary of a job: headings, tables, and maps that GitHub draws. */
final class MarkdownFormat implements Section.Renderer {

    private final StringBuilder text = new StringBuilder();

    private MarkdownFormat() {}

    static String render(Report report) {
        MarkdownFormat format = new MarkdownFormat();
        String summary = report.summary().isEmpty() ? report.result() : report.summary();
        format.text.append("## " + report.command() + ": " + cell(summary) + "\n");
        report.sections().forEach(section -> section.show(format));
        return format.text.toString();
    }

    /** A text that stays one line and one cell, and is not markup. */
    private static String cell(String words) {
        return line(words.replace("\\", "\\\\"))
                .replace("<", "&lt;")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("`", "\\`")
                .replace("[", "\\[");
    }

    /** A text as code, which holds anything but the fence. */
    private static String code(String words) {
        String line = line(words);
        return line.contains("`") ? "`` " + line + " ``" : "`" + line + "`";
    }

    private static String line(String words) {
        return words.replace("|", "\\|").replaceAll("\\R", " ");
    }

    private void heading(Section section) {
        text.append('\n');
        if (!section.title().isEmpty()) {
            text.append("### ").append(cell(section.title())).append("\n\n");
        }
    }

    private void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void header(List<String> columns) {
        row(columns);
        row(Collections.nCopies(columns.size(), "---"));
    }

    @Override
    public void answer(Section.Answer answer) {
        heading(answer);
        fenced("text", answer.text());
    }

    @Override
    public void code(Section.Code code) {
        heading(code);
        fenced(code.language(), code.text());
    }

    private void fenced(String language, String lines) {
        String fence = lines.contains("```") ? "````" : "```";
        text.append(fence + language + "\n" + lines + fence + "\n");
    }

    @Override
    public void facts(Section.Facts facts) {
        if (!facts.values().isEmpty()) {
            heading(facts);
            header(List.of(facts.key(), ""));
            facts.values().forEach((name, value) -> row(List.of(cell(name), code(value.toString()))));
        }
    }

    @Override
    public void words(Section.Words words) {
        if (words.lines().isEmpty()) {
            return;
        }
        heading(words);
        words.lines().forEach(line -> text.append("- ").append(cell(line)).append('\n'));
    }

    @Override
    public void table(Section.Table table) {
        heading(table);
        header(table.columns());
        table.rows().forEach(row -> row(row.stream().map(MarkdownFormat::cell).toList()));
    }

    @Override
    public void problems(Section.Problems problems) {
        if (problems.problems().isEmpty()) {
            return;
        }
        heading(problems);
        header(List.of("severity", "rule", "where", "what", "fix"));
        for (Problem problem : problems.problems()) {
            String proof = problem.proof()
                    .map(shown -> "<br>" + shown.verb() + " " + token(shown.claims()))
                    .orElse("");
            row(List.of(
                    problem.acknowledged().isPresent() ? "acknowledged" : problem.severityName(),
                    "[" + cell(problem.rule().id()) + "](" + problem.rule().source() + ")",
                    where(problem),
                    cell(problem.message()) + proof,
                    cell(problem.acknowledged().orElse(problem.fix()))));
        }
        problems.problems()
                .forEach(problem -> problem.pastes().forEach(paste -> {
                    text.append("\n" + cell(problem.rule().id() + ": paste into " + paste.where()) + "\n\n");
                    fenced(paste.language(), paste.text() + "\n");
                }));
    }

    private static String where(Problem problem) {
        return (problem.isNamed() ? cell(problem.about()) + "<br>" : "")
                + code(problem.place().toString());
    }

    private static String token(GitHubClaims token) {
        return Optional.ofNullable(token.values().get("sub"))
                .map(sub -> code("sub " + sub))
                .orElse("a token without sub");
    }

    @Override
    public void changes(Section.Changes changes) {
        if (changes.changes().isEmpty()) {
            return;
        }
        heading(changes);
        header(List.of("role", "", "repository", "runs", "token"));
        for (Change change : changes.changes()) {
            String role = cell(change.role()) + " (" + change.kind() + ")";
            change.gained().forEach(access -> access(role, "**admitted**", access));
            change.lost().forEach(access -> access(role, "denied", access));
            change.unknown().forEach(why -> row(List.of(role, "perhaps", "", cell(why), "")));
            if (change.isWithoutToken()) {
                row(List.of(role, "admits no token", "", "", ""));
            }
        }
    }

    private void access(String role, String how, Change.Access access) {
        row(List.of(
                role,
                how,
                code(access.who()),
                cell(access.runs()),
                access.token().map(MarkdownFormat::token).orElse("")));
    }

    @Override
    public void diagram(Section.Diagram diagram) {
        if (diagram.links().isEmpty()) {
            return;
        }
        heading(diagram);
        text.append("```mermaid\nflowchart LR\n");
        Map<String, String> nodes = new LinkedHashMap<>();
        for (Section.Link link : diagram.links()) {
            String arrow = link.label().isEmpty() ? " --> " : " -- \"" + label(link.label()) + "\" --> ";
            text.append("  " + node(nodes, link.from()) + arrow + node(nodes, link.to()) + "\n");
        }
        text.append("```\n");
    }

    /** A name for the map; the first time with its label. */
    private static String node(Map<String, String> nodes, String label) {
        String known = nodes.get(label);
        if (known != null) {
            return known;
        }
        String name = "n" + nodes.size();
        nodes.put(label, name);
        return name + "[\"" + label(label) + "\"]";
    }

    private static String label(String words) {
        return words.replace("#", "#35;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replaceAll("\\R", " ");
    }
}
