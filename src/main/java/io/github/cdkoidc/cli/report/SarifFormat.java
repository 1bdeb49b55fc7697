package io.github.cdkoidc.cli.report;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.rules.Rule;
import io.github.cdkoidc.trust.rules.Severity;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the findings of a report for code scanning.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">OASIS: SARIF 2.1.0</a>
 * @see <a href="https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning">
 *     GitHub: SARIF support for code scanning</a>
 */
final class SarifFormat implements Section.Renderer {

    private static final String TOOL = "github-oidc-role";
    private static final String HOME = "https://github.com/cdkoidc/github-oidc-role";

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    private SarifFormat() {}

    static String render(Report report, String version) {
        SarifFormat format = new SarifFormat();
        report.sections().forEach(section -> section.show(format));
        return JsonFormat.written(json -> format.write(json, version));
    }

    @Override
    public void problems(Section.Problems section) {
        problems.addAll(section.problems());
        section.problems().forEach(problem -> rules.putIfAbsent(problem.rule().id(), problem.rule()));
    }

    private void write(JsonGenerator json, String version) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", TOOL);
        json.writeStringField("version", version);
        json.writeStringField("informationUri", HOME);
        json.writeArrayFieldStart("rules");
        for (Rule rule : rules.values()) {
            rule(json, rule);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringField("columnKind", "utf16CodeUnits");
        json.writeArrayFieldStart("results");
        for (Problem problem : problems) {
            result(json, problem);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, Rule rule) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        text(json, "shortDescription", rule.title());
        text(json, "help", rule.fix());
        json.writeStringField("helpUri", rule.source());
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", level(rule.severity()));
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeArrayFieldStart("tags");
        json.writeString("security");
        json.writeEndArray();
        json.writeStringField("security-severity", score(rule.severity()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return severity == Severity.ERROR ? "error" : severity == Severity.WARNING ? "warning" : "note";
    }

    /** What GitHub shows as high, medium and low. */
    private static String score(Severity severity) {
        return severity == Severity.ERROR ? "8.0" : severity == Severity.WARNING ? "5.0" : "2.0";
    }

    private void result(JsonGenerator json, Problem problem) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", problem.rule().id());
        json.writeNumberField(
                "ruleIndex", List.copyOf(rules.keySet()).indexOf(problem.rule().id()));
        json.writeStringField("level", level(problem.severity()));
        text(json, "message", message(problem));
        json.writeArrayFieldStart("locations");
        location(json, problem);
        json.writeEndArray();
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField(
                TOOL + "/v1",
                problem.rule().id() + " " + problem.about() + " "
                        + problem.place().pointer());
        json.writeEndObject();
        if (problem.acknowledged().isPresent()) {
            json.writeArrayFieldStart("suppressions");
            json.writeStartObject();
            json.writeStringField("kind", "external");
            json.writeStringField("justification", problem.acknowledged().orElseThrow());
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static String message(Problem problem) {
        String proof = problem.proof()
                .map(shown -> (shown.allowed() ? "\nIt lets in " : "\nIt denies ") + claims(shown.claims()))
                .orElse("");
        String pastes = problem.pastes().stream()
                .map(paste -> "\nPaste into " + paste.where() + ":\n" + paste.text())
                .collect(joining());
        return problem.message() + proof + "\nFix: " + problem.rule().fix() + pastes;
    }

    private static String claims(GitHubClaims token) {
        return token.values().entrySet().stream()
                .map(claim -> claim.getKey() + " " + claim.getValue())
                .collect(joining(", "));
    }

    private static void location(JsonGenerator json, Problem problem) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(problem.place().file()));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", Math.max(1, problem.place().line()));
        json.writeEndObject();
        json.writeEndObject();
        if (!problem.about().isEmpty()) {
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("fullyQualifiedName", problem.about());
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static String uri(String file) {
        try {
            return new URI(null, null, file, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "unknown";
        }
    }

    @Override
    public void answer(Section.Answer answer) {
        // Only findings go to code scanning.
    }

    @Override
    public void code(Section.Code code) {
        // Only findings go to code scanning.
    }

    @Override
    public void facts(Section.Facts facts) {
        // Only findings go to code scanning.
    }

    @Override
    public void words(Section.Words words) {
        // Only findings go to code scanning.
    }

    @Override
    public void table(Section.Table table) {
        // Only findings go to code scanning.
    }

    @Override
    public void changes(Section.Changes changes) {
        // Only findings go to code scanning.
    }

    @Override
    public void diagram(Section.Diagram diagram) {
        // Only findings go to code scanning.
    }
}
