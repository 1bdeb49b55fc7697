package io.github.cdkoidc.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.json.JsonTree;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes a report for programs: one object, with a key for each section. */
final class JsonFormat implements Section.Renderer {

    /** The version of the shape: {@value}. Keys may be added within a version; none changes or goes. */
    static final int VERSION = 1;

    private final JsonGenerator json;

    private JsonFormat(JsonGenerator json) {
        this.json = json;
    }

    /** Something that writes. */
    interface Writer {
        void write(JsonGenerator json) throws IOException;
    }

    /** What is written, on lines. */
    static String written(Writer writer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonTree.FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(JsonTree.linePrinter());
            writer.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing a text cannot fail for want of a file", e);
        }
        return text + "\n";
    }

    static String render(Report report) {
        return written(json -> {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("command", report.command());
            json.writeNumberField("exitCode", report.exitCode());
            json.writeStringField("result", report.result());
            json.writeStringField("summary", report.summary());
            JsonFormat format = new JsonFormat(json);
            report.sections().forEach(section -> section.show(format));
            json.writeEndObject();
        });
    }

    private void write(Writer writer) {
        try {
            writer.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing a text cannot fail for want of a file", e);
        }
    }

    @Override
    public void answer(Section.Answer answer) {
        write(to -> to.writeStringField(answer.key(), answer.text()));
    }

    @Override
    public void code(Section.Code code) {
        write(to -> to.writeStringField(code.key(), code.text()));
    }

    @Override
    public void facts(Section.Facts facts) {
        write(to -> {
            to.writeObjectFieldStart(facts.key());
            for (Map.Entry<String, Object> fact : facts.values().entrySet()) {
                if (fact.getValue() instanceof Integer number) {
                    to.writeNumberField(fact.getKey(), number);
                } else {
                    to.writeStringField(fact.getKey(), fact.getValue().toString());
                }
            }
            to.writeEndObject();
        });
    }

    @Override
    public void words(Section.Words words) {
        write(to -> texts(to, words.key(), words.lines()));
    }

    private static void texts(JsonGenerator to, String key, List<String> texts) throws IOException {
        to.writeArrayFieldStart(key);
        for (String text : texts) {
            to.writeString(text);
        }
        to.writeEndArray();
    }

    @Override
    public void table(Section.Table table) {
        write(to -> {
            to.writeArrayFieldStart(table.key());
            for (List<String> row : table.rows()) {
                to.writeStartObject();
                for (int i = 0; i < row.size(); i++) {
                    to.writeStringField(table.columns().get(i), row.get(i));
                }
                to.writeEndObject();
            }
            to.writeEndArray();
        });
    }

    @Override
    public void problems(Section.Problems problems) {
        write(to -> {
            to.writeArrayFieldStart(problems.key());
            for (Problem problem : problems.problems()) {
                problem(to, problem);
            }
            to.writeEndArray();
        });
    }

    private static void problem(JsonGenerator to, Problem problem) throws IOException {
        to.writeStartObject();
        to.writeStringField("severity", problem.severityName());
        to.writeStringField("rule", problem.rule().id());
        to.writeStringField("title", problem.rule().title());
        to.writeStringField("about", problem.about());
        place(to, problem.place().file(), problem.place().line());
        to.writeStringField("pointer", problem.place().pointer());
        to.writeStringField("message", problem.message());
        to.writeStringField("fix", problem.rule().fix());
        to.writeStringField("source", problem.rule().source());
        if (problem.proof().isPresent()) {
            to.writeObjectFieldStart("token");
            to.writeBooleanField("allowed", problem.proof().orElseThrow().allowed());
            claims(to, problem.proof().orElseThrow().claims());
            to.writeEndObject();
        }
        if (problem.acknowledged().isPresent()) {
            to.writeStringField("acknowledged", problem.acknowledged().orElseThrow());
        }
        if (!problem.pastes().isEmpty()) {
            pastes(to, problem);
        }
        to.writeEndObject();
    }

    private static void pastes(JsonGenerator to, Problem problem) throws IOException {
        to.writeArrayFieldStart("paste");
        for (Problem.Paste paste : problem.pastes()) {
            to.writeStartObject();
            to.writeStringField("where", paste.where());
            to.writeStringField("language", paste.language());
            to.writeStringField("text", paste.text());
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private static void place(JsonGenerator to, String file, int line) throws IOException {
        to.writeStringField("file", file);
        if (line > 0) {
            to.writeNumberField("line", line);
        }
    }

    private static void claims(JsonGenerator to, GitHubClaims token) throws IOException {
        to.writeObjectFieldStart("claims");
        for (Map.Entry<String, String> claim : token.values().entrySet()) {
            to.writeStringField(claim.getKey(), claim.getValue());
        }
        to.writeEndObject();
    }

    @Override
    public void changes(Section.Changes changes) {
        write(to -> {
            to.writeArrayFieldStart(changes.key());
            for (Change change : changes.changes()) {
                to.writeStartObject();
                to.writeStringField("role", change.role());
                place(to, change.file(), change.line());
                to.writeStringField("change", change.kind());
                accesses(to, "gained", change.gained());
                accesses(to, "lost", change.lost());
                texts(to, "unknown", change.unknown());
                to.writeEndObject();
            }
            to.writeEndArray();
        });
    }

    private static void accesses(JsonGenerator to, String key, List<Change.Access> accesses) throws IOException {
        to.writeArrayFieldStart(key);
        for (Change.Access access : accesses) {
            to.writeStartObject();
            to.writeStringField("repository", access.repository());
            to.writeStringField("runs", access.runs());
            if (access.token().isPresent()) {
                claims(to, access.token().orElseThrow());
            }
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    @Override
    public void diagram(Section.Diagram diagram) {
        write(to -> {
            to.writeArrayFieldStart(diagram.key());
            for (Section.Link link : diagram.links()) {
                to.writeStartObject();
                to.writeStringField("from", link.from());
                to.writeStringField("to", link.to());
                to.writeStringField("label", link.label());
                to.writeEndObject();
            }
            to.writeEndArray();
        });
    }
}
