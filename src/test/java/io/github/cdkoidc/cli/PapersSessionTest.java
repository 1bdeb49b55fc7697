package io.github.cdkoidc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cdkoidc.Paper;
import io.github.cdkoidc.workflow.file.Workflow;
import io.github.cdkoidc.workflow.file.WorkflowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the documents to what the command line does. */
class PapersSessionTest {

    private static final Paper REFERENCE = Paper.page("command-line.md");
    private static final String JAR = "java -jar github-oidc-role-0.1.0-cli.jar ";
    /** What stands for AWS. */
    private static final Map<String, String> ANSWERS =
            Map.of("aws iam get-role --role-name deploy | ", "get-role.json");

    /** What GitHub Actions says of the repository. */
    private static final Map<String, String> ON_GITHUB = Map.of(
            "GITHUB_REPOSITORY", "octo-org/octo-repo",
            "GITHUB_REPOSITORY_ID", "456789",
            "GITHUB_REPOSITORY_OWNER_ID", "123456");

    /** What is typed behind the jar, up to where it is written to. */
    private static final Pattern COMMAND = Pattern.compile(Pattern.quote(JAR) + "([^>\n]+)");

    @Test
    void everySessionIsTheOneThatIsPrinted() throws IOException {
        List<String> sessions = Paper.blocksOfAll("console");

        assertThat(Paper.README.blocks("console")).isNotEmpty();
        for (String session : sessions) {
            String[] typedAndSaid = session.replaceAll("\\\\\n *", "").split("\n", 2);
            assertThat(said(typedAndSaid[0])).isEqualTo(typedAndSaid[1]);
        }
    }

    private static String said(String line) throws IOException {
        String typed = line.substring("$ ".length());
        String input = "";
        for (Map.Entry<String, String> answer : ANSWERS.entrySet()) {
            if (typed.startsWith(answer.getKey())) {
                typed = typed.substring(answer.getKey().length());
                input = Files.readString(Session.INPUTS.resolve(answer.getValue()));
            }
        }
        assertThat(typed).startsWith(JAR);
        return Session.of(input, false, Map.of(), Session.words(typed.substring(JAR.length())))
                .out();
    }

    /** Files that a document takes for granted may be missing here, but no argument may be wrong. */
    @Test
    void everyCommandOfAScriptOrWorkflowIsUnderstood() throws IOException {
        List<String> commands = Stream.of("sh", "yaml")
                .flatMap(language -> Paper.blocksOfAll(language).stream())
                .flatMap(block -> COMMAND.matcher(block).results())
                .map(command -> command.group(1))
                .toList();

        assertThat(commands).hasSizeGreaterThan(4);
        for (String command : commands) {
            assertThat(Session.of("", false, ON_GITHUB, Session.words(command)).err())
                    .doesNotContain("Usage:");
        }
    }

    @Test
    void theWorkflowIsOneThatGitHubReads() {
        List<Workflow> workflows = Paper.blocksOfAll("yaml").stream()
                .map(block -> WorkflowReader.read("trust.yml", block))
                .toList();

        assertThat(workflows)
                .hasSize(1)
                .allSatisfy(workflow -> assertThat(workflow.notUnderstood()).isEmpty());
        assertThat(workflows.get(0).jobs()).hasSize(1);
    }

    static Stream<Paper> theIntroductionAndTheReference() {
        return Stream.of(Paper.README, REFERENCE);
    }

    @ParameterizedTest
    @MethodSource("theIntroductionAndTheReference")
    void everyCommandIsInTheTable(Paper paper) {
        assertThat(paper.find("\\| `(\\w+) [A-Z][^`]*` \\|").map(row -> row.group(1)))
                .containsExactlyElementsOf(Cli.COMMANDS);
    }

    @Test
    void everyKeyOfTheJsonIsNamed() throws IOException {
        String reference = REFERENCE.text();
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/io/github/cdkoidc/cli/sessions"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith("-json.txt")).toList()) {
                keys(new JsonMapper().readTree(Files.readString(file).replaceFirst("(?s)^.*?(?=\\{)", "")), keys);
            }
        }

        assertThat(keys)
                .hasSizeGreaterThan(20)
                .allSatisfy(key -> assertThat(reference).contains("`" + key + "`"));
    }

    /** What is known of a role is told by its name, and claims are GitHub's. */
    private static void keys(JsonNode json, Set<String> keys) {
        json.forEach(element -> keys(element, keys));
        json.properties().forEach(property -> keys.add(property.getKey()));
        List.of("role", "run", "claims")
                .forEach(whole -> json.path(whole).fieldNames().forEachRemaining(keys::remove));
    }
}
