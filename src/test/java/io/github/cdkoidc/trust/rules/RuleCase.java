package io.github.cdkoidc.trust.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cdkoidc.trust.TrustPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A case of {@code rules/TOPIC/RULE.json}: a policy, or a text that is none, and all that is found in it.
 *
 * @param rule the id of the rule that the file is about
 * @param name what the policy is
 * @param policy the document
 * @param findings for each finding the rule's id, its place, and what becomes of the witness: allowed, denied, or none
 */
record RuleCase(String rule, String name, String policy, List<Expected> findings) {

    private static final JsonMapper JSON = new JsonMapper();

    record Expected(String rule, String place, String witness) {
        static Expected of(JsonNode json) {
            return new Expected(
                    json.get("rule").asText(),
                    json.get("place").asText(),
                    json.get("witness").asText());
        }

        static Expected of(Finding finding, String policy) {
            return new Expected(
                    finding.rule().id(),
                    finding.place(),
                    finding.witness()
                            .map(token ->
                                    TrustPolicy.parse(policy).decide(token).toString())
                            .orElse("none"));
        }
    }

    static List<RuleCase> all() {
        try (Stream<Path> files =
                Files.walk(Path.of(RuleCase.class.getResource("cases").toURI()))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(RuleCase::in)
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<RuleCase> in(Path file) {
        String rule = file.getFileName().toString().replace(".json", "");
        try {
            return elements(JSON.readTree(file.toFile())).map(one -> of(rule, one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleCase of(String rule, JsonNode one) {
        return new RuleCase(
                rule,
                one.get("name").asText(),
                one.has("text") ? one.get("text").asText() : one.get("policy").toString(),
                elements(one.get("findings")).map(Expected::of).toList());
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Whether the rule finds something here. */
    boolean isBad() {
        return findings.stream().anyMatch(expected -> expected.rule().equals(rule));
    }

    @Override
    public String toString() {
        return rule + ": " + name;
    }
}
