package io.github.cdkoidc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cdkoidc.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every command in every format, asked about every policy, template and workflow of the tests. A line of {@code frozen/COMMAND.txt} is one
 * input: the exit code and digests of what is written, whole and without prose. The second kind of digest stays when only words change.
 * {@code -Dsnapshots.update=true} writes the files; {@code target/frozen} holds the whole texts.
 */
class FrozenAnswersTest {

    private static final Path RESOURCES = Path.of("src/test/resources/io/github/cdkoidc");
    private static final Path GOLDENS = RESOURCES.resolve("frozen");
    private static final Path WRITTEN = Path.of("target/frozen");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> PROSE =
            Set.of("title", "message", "fix", "summary", "explanation", "notes", "where", "runs", "unknown");
    private static final List<String> RUNS = List.of(
            "--repository octo-org/octo-repo --owner-id 123456 --repository-id 456789 --branch main",
            "--repository octo-org/octo-repo --environment production --classic-subject",
            "--repository other-org/octo-repo --pull-request 7");

    private record Input(String id, String document, Map<String, String> claims) {}

    @ParameterizedTest
    @ValueSource(strings = {"lint", "explain", "diff", "doctor", "workflow"})
    void theAnswersAreThoseOfTheFreeze(String command) throws IOException {
        List<String> lines = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>();
        switch (command) {
            case "doctor" -> doctor(lines, texts);
            case "diff" -> diff(lines, texts);
            default -> {
                for (Input input : documents()) {
                    for (String words : questions(command, input)) {
                        ask(lines, texts, input.id(), command, words, input.document(), input.claims());
                    }
                }
            }
        }

        Path golden = GOLDENS.resolve(command + ".txt");
        Files.createDirectories(WRITTEN);
        Files.writeString(WRITTEN.resolve(command + ".txt"), written(texts));
        if (Snapshot.updates(Boolean.getBoolean("snapshots.update"), System.getenv("CI"))) {
            Files.write(golden, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(golden));
    }

    private static String written(Map<String, String> texts) {
        StringBuilder all = new StringBuilder();
        texts.forEach((question, answer) ->
                all.append("\n######## ").append(question).append('\n').append(answer));
        return all.toString();
    }

    private static List<String> questions(String command, Input input) {
        if (!command.equals("explain")) {
            return List.of("-");
        }
        List<String> questions = new ArrayList<>();
        if (!input.claims().isEmpty()) {
            questions.add("- --token-variable TOKEN");
        }
        RUNS.forEach(run -> questions.add("- " + run));
        return questions;
    }

    private static void diff(List<String> lines, Map<String, String> texts) throws IOException {
        Path before = Files.createDirectories(WRITTEN.resolve("input")).resolve("before.json");
        Input last = null;
        for (Input input : documents()) {
            if (last != null) {
                Files.writeString(before, last.document());
                String path = Session.INPUTS
                        .toAbsolutePath()
                        .relativize(before.toAbsolutePath())
                        .toString();
                ask(lines, texts, input.id(), "diff", path + " -", input.document(), Map.of());
            }
            last = input;
        }
    }

    private static void doctor(List<String> lines, Map<String, String> texts) throws IOException {
        Path checkout = WRITTEN.resolve("checkout");
        Path workflow =
                Files.createDirectories(checkout.resolve(".github/workflows")).resolve("case.yml");
        String folder = Session.INPUTS
                .toAbsolutePath()
                .relativize(checkout.toAbsolutePath())
                .toString();
        for (Path file : files(".yml")) {
            Files.copy(file, workflow, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Path own = file.resolveSibling("roles.template.json");
            Path roles = Files.exists(own) ? own : Session.INPUTS.resolve("checkout/roles.template.json");
            for (String ids : List.of("octo-org@123456/octo-repo@456789 --immutable-subject", "octo-org/octo-repo")) {
                String words = "- --checkout " + folder + " --default-branch main --repository " + ids;
                ask(lines, texts, named(file), "doctor", words, Files.readString(roles), Map.of());
            }
        }
    }

    private static void ask(
            List<String> lines,
            Map<String, String> texts,
            String id,
            String command,
            String words,
            String input,
            Map<String, String> claims)
            throws IOException {
        String meaning = "";
        StringBuilder digests = new StringBuilder();
        for (String format : command.equals("lint") || command.equals("doctor")
                ? List.of("text", "markdown", "json", "sarif")
                : List.of("text", "markdown", "json")) {
            Session session = Session.of(
                    input,
                    false,
                    Map.of("TOKEN", Session.token(JSON.writeValueAsString(claims))),
                    Session.words(command + " " + words + " --format " + format));
            String all = "exit code " + session.exitCode() + "\n" + session.out() + session.err();
            texts.put(id + " " + command + " " + words + " " + format, all);
            digests.append(' ').append(format).append('=').append(digest(all));
            if (format.equals("json")) {
                meaning = session.exitCode() + " "
                        + (session.out().isEmpty() ? "-" : meaning(JSON.readTree(session.out())));
            }
        }
        lines.add(id + " " + words.replaceAll("\\S*/target/", "") + " : " + meaning + digests);
    }

    /** What is answered, without a sentence. */
    private static String meaning(JsonNode answer) {
        List<String> rules = new ArrayList<>();
        answer.path("findings")
                .forEach(finding -> rules.add(finding.path("rule").asText()));
        withoutProse(answer);
        return answer.path("result").asText() + rules + " meaning=" + digest(answer.toString());
    }

    private static void withoutProse(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(PROSE);
            if (object.has("workflow")) {
                object.put("workflow", object.get("workflow").asText().replaceAll("(?m)^#.*\n", ""));
            }
        }
        node.forEach(FrozenAnswersTest::withoutProse);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Input> documents() throws IOException {
        List<Input> found = new ArrayList<>();
        for (Path file : files(".json")) {
            JsonNode json;
            try {
                json = JSON.readTree(file.toFile());
            } catch (IOException e) {
                found.add(new Input(named(file), Files.readString(file), Map.of()));
                continue;
            }
            if (json.has("Resources") || json.has("Role") || json.has("Roles")) {
                found.add(new Input(named(file), json.toString(), Map.of()));
            } else {
                collect(named(file), json, Map.of(), found);
            }
        }
        return found;
    }

    private static void collect(String file, JsonNode node, Map<String, String> claims, List<Input> found) {
        Map<String, String> given = new TreeMap<>(claims);
        node.path("claims")
                .properties()
                .forEach(claim -> given.put(claim.getKey(), claim.getValue().asText()));
        if (node.has("Statement") || node.has("Resources")) {
            found.add(new Input(file + "#" + found.size(), node.toString(), given));
        } else if (node.path("text").isTextual()) {
            found.add(new Input(file + "#" + found.size(), node.path("text").asText(), given));
        } else {
            node.forEach(inner -> collect(file, inner, given, found));
        }
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted((one, other) -> named(one).compareTo(named(other)))
                    .toList();
        }
    }

    /** Without the folders, which move. */
    private static String named(Path file) {
        Path parent = file.getParent().getFileName();
        return parent + "/" + file.getFileName();
    }
}
