package io.github.cdkoidc.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.json.JsonTree;
import java.util.List;

/** Writes a report for programs: one object, with a key for each section. */
final class JsonFormat implements Section.Renderer {

    /** The version of the shape: {@value}. Keys may be added within a version; none changes or goes. */
    static final int VERSION = 1;

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private JsonFormat() {}

    static String render(Report report) {
        JsonFormat format = new JsonFormat();
        format.json
                .put("version", VERSION)
                .put("command", report.command())
                .put("exitCode", report.exitCode())
                .put("result", report.result())
                .put("summary", report.summary());
        report.sections().forEach(section -> section.show(format));
        return JsonTree.lines(format.json) + "\n";
    }

    @Override
    public void answer(Section.Answer answer) {
        json.put(answer.key(), answer.text());
    }

    @Override
    public void code(Section.Code code) {
        json.put(code.key(), code.text());
    }

    @Override
    public void facts(Section.Facts facts) {
        ObjectNode object = json.putObject(facts.key());
        facts.values().forEach((name, value) -> {
            if (value instanceof Integer number) {
                object.put(name, number);
            } else {
                object.put(name, value.toString());
            }
        });
    }

    @Override
    public void words(Section.Words words) {
        words.lines().forEach(json.putArray(words.key())::add);
    }

    @Override
    public void table(Section.Table table) {
        ArrayNode rows = json.putArray(table.key());
        for (List<String> row : table.rows()) {
            ObjectNode object = rows.addObject();
            for (int i = 0; i < row.size(); i++) {
                object.put(table.columns().get(i), row.get(i));
            }
        }
    }

    @Override
    public void problems(Section.Problems problems) {
        ArrayNode all = json.putArray(problems.key());
        problems.problems().forEach(problem -> write(problem, all.addObject()));
    }

    private static void write(Problem problem, ObjectNode to) {
        to.put("severity", problem.severityName())
                .put("rule", problem.rule().id())
                .put("title", problem.rule().title())
                .put("about", problem.about());
        place(to, problem.place());
        to.put("pointer", problem.place().pointer())
                .put("message", problem.message())
                .put("fix", problem.fix())
                .put("source", problem.rule().source());
        problem.proof()
                .ifPresent(proof -> claims(to.putObject("token").put("allowed", proof.allowed()), proof.claims()));
        problem.acknowledged().ifPresent(reason -> to.put("acknowledged", reason));
        if (!problem.pastes().isEmpty()) {
            ArrayNode pastes = to.putArray("paste");
            problem.pastes()
                    .forEach(paste -> pastes.addObject()
                            .put("where", paste.where())
                            .put("language", paste.language())
                            .put("text", paste.text()));
        }
    }

    private static void place(ObjectNode to, Problem.Place place) {
        to.put("file", place.file());
        if (place.line() > 0) {
            to.put("line", place.line());
        }
    }

    private static void claims(ObjectNode to, GitHubClaims token) {
        token.values().forEach(to.putObject("claims")::put);
    }

    @Override
    public void changes(Section.Changes changes) {
        ArrayNode all = json.putArray(changes.key());
        for (Change change : changes.changes()) {
            ObjectNode to = all.addObject().put("role", change.role());
            place(to, change.place());
            to.put("change", change.kind());
            accesses(to.putArray("gained"), change.gained());
            accesses(to.putArray("lost"), change.lost());
            change.unknown().forEach(to.putArray("unknown")::add);
        }
    }

    private static void accesses(ArrayNode to, List<Change.Access> accesses) {
        for (Change.Access access : accesses) {
            ObjectNode object = to.addObject()
                    .put(access.principal() ? "principal" : "repository", access.repository())
                    .put(access.principal() ? "action" : "runs", access.runs());
            access.token().ifPresent(token -> claims(object, token));
        }
    }

    @Override
    public void diagram(Section.Diagram diagram) {
        ArrayNode links = json.putArray(diagram.key());
        diagram.links()
                .forEach(link -> links.addObject()
                        .put("from", link.from())
                        .put("to", link.to())
                        .put("label", link.label()));
    }
}
