package io.github.cdkoidc.cli.report;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.json.JsonTree;
import io.github.cdkoidc.trust.rules.Rule;
import io.github.cdkoidc.trust.rules.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the findings of a report for code scanning, which takes nothing else.
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
        return JsonTree.lines(format.log(version)) + "\n";
    }

    @Override
    public void problems(Section.Problems section) {
        problems.addAll(section.problems());
        section.problems().forEach(problem -> rules.putIfAbsent(problem.rule().id(), problem.rule()));
    }

    private ObjectNode log(String version) {
        ObjectNode log = JsonNodeFactory.instance
                .objectNode()
                .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ArrayNode described = run.putObject("tool")
                .putObject("driver")
                .put("name", TOOL)
                .put("version", version)
                .put("informationUri", HOME)
                .putArray("rules");
        rules.values().forEach(rule -> describe(rule, described.addObject()));
        ArrayNode results = run.put("columnKind", "utf16CodeUnits").putArray("results");
        problems.forEach(problem -> write(problem, results.addObject()));
        return log;
    }

    private static void describe(Rule rule, ObjectNode to) {
        to.put("id", rule.id());
        to.putObject("shortDescription").put("text", rule.title());
        to.putObject("help").put("text", rule.fix());
        if (!rule.source().isEmpty()) {
            to.put("helpUri", rule.source());
        }
        to.putObject("defaultConfiguration").put("level", level(rule.severity()));
        ObjectNode properties = to.putObject("properties");
        properties.putArray("tags").add("security");
        properties.put("security-severity", score(rule.severity()));
    }

    private static String level(Severity severity) {
        return severity == Severity.ERROR ? "error" : severity == Severity.WARNING ? "warning" : "note";
    }

    /** What GitHub shows as high, medium and low. */
    private static String score(Severity severity) {
        return severity == Severity.ERROR ? "8.0" : severity == Severity.WARNING ? "5.0" : "2.0";
    }

    private void write(Problem problem, ObjectNode to) {
        to.put("ruleId", problem.rule().id())
                .put(
                        "ruleIndex",
                        List.copyOf(rules.keySet()).indexOf(problem.rule().id()))
                .put("level", level(problem.severity()));
        to.putObject("message").put("text", message(problem));
        locate(problem, to.putArray("locations").addObject());
        to.putObject("partialFingerprints")
                .put(
                        TOOL + "/v1",
                        problem.rule().id() + " " + problem.about() + " "
                                + problem.place().pointer());
        problem.acknowledged()
                .ifPresent(reason -> to.putArray("suppressions")
                        .addObject()
                        .put("kind", "external")
                        .put("justification", reason));
    }

    private static String message(Problem problem) {
        String proof = problem.proof()
                .map(shown -> "\nIt " + shown.verb() + " " + claims(shown.claims()))
                .orElse("");
        String pastes = problem.pastes().stream()
                .map(paste -> "\nPaste into " + paste.where() + ":\n" + paste.text())
                .collect(joining());
        return problem.message() + proof + "\nFix: " + problem.fix() + pastes;
    }

    private static String claims(GitHubClaims token) {
        return token.values().entrySet().stream()
                .map(claim -> claim.getKey() + " " + claim.getValue())
                .collect(joining(", "));
    }

    private static void locate(Problem problem, ObjectNode to) {
        ObjectNode physical = to.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(problem.place().file()));
        physical.putObject("region")
                .put("startLine", Math.max(1, problem.place().line()));
        if (!problem.about().isEmpty()) {
            to.putArray("logicalLocations").addObject().put("fullyQualifiedName", problem.about());
        }
    }

    private static String uri(String file) {
        try {
            return new URI(null, null, file, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "unknown";
        }
    }
}
