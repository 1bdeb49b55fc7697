package io.github.cdkoidc.trust.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.TrustPolicy;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the cases of {@code cases/TOPIC/*.json}: what is to become of a run, and what the explanation has to hold. A {@code because}
 * that starts with {@code !} must not be in it. A case of a template names the role in place of the policy.
 */
class DecisionCasesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicNode> everyRunIsDecidedAsTheRulesOfIamSay() throws IOException, URISyntaxException {
        Path cases = Path.of(DecisionCasesTest.class.getResource("cases").toURI());
        List<DynamicNode> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(cases)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                files.add(dynamicContainer(cases.relativize(file).toString(), tests(JSON.readTree(file.toFile()))));
            }
        }
        return files.stream();
    }

    private static Stream<DynamicTest> tests(JsonNode cases) {
        return StreamSupport.stream(cases.spliterator(), false)
                .map(one -> dynamicTest(one.get("name").asText(), () -> run(one)));
    }

    private static void run(JsonNode one) {
        TrustPolicy policy = one.has("policy")
                ? TrustPolicy.parse(one.get("policy").toString())
                : TrustPolicy.inTemplate(one.get("template").toString())
                        .get(one.get("role").asText());
        Decision decision = policy.decide(GitHubClaims.of(claims(one.get("claims"))));

        assertThat(decision)
                .as(decision.explain())
                .hasToString(one.get("expected").asText());
        assertThat(decision.explain()).startsWith(decision.toString());
        for (JsonNode because : one.path("because")) {
            String text = because.asText();
            if (text.startsWith("!")) {
                assertThat(decision.explain()).doesNotContain(text.substring(1));
            } else {
                assertThat(decision.explain()).contains(text);
            }
        }
        assertThat(TrustPolicy.parse(policy.toJson()).toJson()).isEqualTo(policy.toJson());
    }

    private static Map<String, String> claims(JsonNode given) {
        Map<String, String> claims = new TreeMap<>();
        given.properties()
                .forEach(claim -> claims.put(claim.getKey(), claim.getValue().asText()));
        return claims;
    }
}
