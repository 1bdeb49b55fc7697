package io.github.cdkoidc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.cdkoidc.cli.report.Format;
import io.github.cdkoidc.cli.report.Report;
import io.github.cdkoidc.cli.report.Section;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of all that the command line writes. */
class OutputTest {

    private static final Path SESSIONS = Path.of("src/test/resources/io/github/cdkoidc/cli/sessions");
    private static final String SUB = "repo:octo-org@123456/octo-repo@456789:environment:staging";

    private static List<Path> sessions(String ending) throws IOException {
        try (Stream<Path> files = Files.list(SESSIONS)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String written(Path session) throws IOException {
        return Files.readString(session)
                .lines()
                .skip(2)
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    @Test
    void sarifIsValidAgainstItsSchema() throws IOException {
        List<Path> sessions = sessions("-sarif.txt");
        try (InputStream schema = OutputTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            JsonNode tree = new JsonMapper().readTree(schema);
            var validator =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(tree);

            assertThat(sessions)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(session -> assertThat(validator.validate(new JsonMapper().readTree(written(session))))
                            .isEmpty());
            assertThat(validator.validate(new JsonMapper().readTree("{\"version\": \"2.1.0\"}")))
                    .as("a document without runs")
                    .isNotEmpty();
        }
    }

    @Test
    void jsonHasItsVersionAndItsExitCode() throws IOException {
        assertThat(sessions("-json.txt")).hasSizeGreaterThan(5).allSatisfy(session -> {
            JsonNode json = new JsonMapper().readTree(written(session));
            assertThat(json.path("version").asInt()).isEqualTo(1);
            assertThat(Files.readString(session).lines().skip(1).findFirst())
                    .contains("exit code " + json.path("exitCode"));
            assertThat(json.path("command").asText())
                    .isEqualTo(session.getFileName().toString().split("-", 2)[0]);
        });
    }

    /** A line is longer only if it holds a word that is. A workflow is not wrapped, because it is pasted. */
    @Test
    void textIsReadableAtEightyColumns() throws IOException {
        List<Path> texts = sessions(".txt").stream()
                .filter(session -> !session.toString().matches(".*(?:-json|-markdown|-sarif|workflow-of-.*)\\.txt"))
                .toList();

        assertThat(texts)
                .hasSizeGreaterThan(15)
                .allSatisfy(session -> assertThat(written(session).lines().filter(line -> line.length() > 80))
                        .allSatisfy(line -> assertThat(line.strip().replaceFirst("^\\S+ +(?=\\S+$)", ""))
                                .doesNotContain(" ")));
    }

    @Test
    void coloursAreForATerminalThatWantsThem() throws IOException {
        String typed = "explain policy.json --repository octo-org/octo-repo --tag v1";

        assertThat(Session.of(typed, true, Map.of()).out())
                .startsWith("\u001B[31mdenied: no statement admits this run\u001B[0m\n");
        assertThat(Session.of(typed, true, Map.of("NO_COLOR", "1")).out())
                .startsWith("denied")
                .doesNotContain("\u001B");
        assertThat(Session.of(typed, true, Map.of("TERM", "dumb")).out())
                .startsWith("denied")
                .doesNotContain("\u001B");
        assertThat(Session.of(typed, false, Map.of()).out())
                .startsWith("denied")
                .doesNotContain("\u001B");
        assertThat(Session.of(typed + " --format json", true, Map.of()).out()).doesNotContain("\u001B");
    }

    @Test
    void aTerminalTakesNoOrdersFromAPolicy() throws IOException {
        String policy = Files.readString(Session.INPUTS.resolve("policy.json"))
                .replace("refs/heads/main", "refs/heads/\\u001b[2J");

        assertThat(Session.of(policy, false, Map.of(), "lint", "-").out()).doesNotContain("\u001B");
        assertThat(Session.of(
                                policy,
                                false,
                                Map.of(),
                                "explain",
                                "-",
                                "--repository",
                                "octo-org/octo-repo",
                                "--branch",
                                "main")
                        .out())
                .contains("refs/heads/\uFFFD[2J")
                .doesNotContain("\u001B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "markdown"})
    void aTokenIsReadFromAFileAVariableOrStandardInputAndNeverRepeated(String format) throws IOException {
        String token = Session.token("{\"aud\": \"sts.amazonaws.com\", \"sub\": \"" + SUB + "\"}");
        Path file = Files.createTempFile("token", ".txt");
        Files.writeString(file, "{\"count\": 1, \"value\": \"" + token + "\"}\n");
        try {
            List<Session> sessions = List.of(
                    Session.of(token, false, Map.of(), "explain", "policy.json", "--token", "-", "--format", format),
                    Session.of(
                            "",
                            false,
                            Map.of(),
                            "explain",
                            "policy.json",
                            "--token",
                            file.toString(),
                            "--format",
                            format),
                    Session.of(
                            "",
                            false,
                            Map.of("ID_TOKEN", token),
                            "explain",
                            "policy.json",
                            "--token-variable",
                            "ID_TOKEN",
                            "--format",
                            format));

            assertThat(sessions).allSatisfy(session -> {
                assertThat(session.out())
                        .contains(SUB)
                        .doesNotContain(token.substring(0, 20))
                        .doesNotContain("c2lnbmF0dXJl");
                assertThat(session.exitCode()).isEqualTo(1);
            });
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aTokenInAWrongPlaceIsNotRepeatedEither() {
        String token = Session.token("{\"sub\": \"" + SUB + "\"}");
        String half = token.substring(0, token.length() - 20);
        List<String[]> wrong = List.of(
                new String[] {"explain", "policy.json", "--token", token},
                new String[] {"explain", "policy.json", "--token-variable", token},
                new String[] {"explain", "policy.json", token},
                new String[] {"explain", token},
                new String[] {"explain", "policy.json", "--claims", token},
                new String[] {"explain", "policy.json", "--repository", token},
                new String[] {"lint", token},
                new String[] {token});

        assertThat(wrong).allSatisfy(arguments -> {
            Session session = Session.of(token, false, Map.of(), arguments);
            assertThat(session.err())
                    .isNotEmpty()
                    .doesNotContain(token.substring(30, 50))
                    .doesNotContain("c2lnbmF0dXJl");
            assertThat(session.out()).isEmpty();
            assertThat(session.exitCode()).isEqualTo(2);
        });
        assertThat(Session.of(half, false, Map.of(), "explain", "policy.json", "--token", "-")
                        .err())
                .doesNotContain(half.substring(30, 50));
    }

    @Test
    void aMapIsDrawnByMermaid() {
        Report report = new Report(
                "doctor",
                0,
                "fine",
                "all jobs are admitted",
                List.of(new Section.Diagram(
                        "map",
                        "map",
                        List.of(
                                new Section.Link("deploy.yml deploy", "Deploy \"it\"", "environment production"),
                                new Section.Link("Deploy \"it\"", "123456789012", "")))));

        assertThat(Format.MARKDOWN.render(report, false, "1")).isEqualTo("""
                ## doctor: all jobs are admitted

                ### map

                ```mermaid
                flowchart LR
                  n0["deploy.yml deploy"] -- "environment production" --> n1["Deploy #quot;it#quot;"]
                  n1 --> n2["123456789012"]
                ```
                """);
        assertThat(Format.TEXT.render(report, false, "1")).isEqualTo("all jobs are admitted\n");
        assertThat(Format.JSON.render(report, false, "1").getBytes(UTF_8)).isNotEmpty();
    }

    @Test
    void aTableIsAlignedAndItsCellsAreNoMarkup() {
        Report report = new Report(
                "doctor",
                1,
                "denied",
                "1 job",
                List.of(new Section.Table(
                        "jobs",
                        "jobs",
                        List.of("job", "role"),
                        List.of(List.of("a|b", "*"), List.of("deploy", "-")),
                        false)));

        assertThat(Format.TEXT.render(report, false, "1"))
                .isEqualTo("jobs\nJOB     ROLE\na|b     *\ndeploy  -\n\n1 job\n");
        assertThat(Format.MARKDOWN.render(report, false, "1"))
                .contains("| job | role |\n| --- | --- |\n| a\\|b | \\* |\n| deploy | - |\n");
    }
}
