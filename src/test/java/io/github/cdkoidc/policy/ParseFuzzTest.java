package io.github.cdkoidc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.decision.Decision;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Feeds broken documents to the reader: {@code -Dfuzz.documents=1000000 -Dfuzz.seed=1} for more or others than the build's. Each is
 * a policy of the cases with a few pieces changed, lost, doubled, moved or put in from another.
 */
class ParseFuzzTest {

    private static final int DOCUMENTS = Integer.getInteger("fuzz.documents", 20_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_121_017);

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "null",
            "true",
            "-1e999",
            "0.1",
            "\"*\"",
            "\"${\"",
            "\"${a, 'b'}\"",
            "{\"Ref\":\"X\"}",
            "{\"Fn::Sub\":\"${!x}\"}",
            "{\"Fn::Join\":[\"\",[]]}",
            "\"Effect\":\"Deny\",",
            "\"NotAction\":\"*\",",
            "\"\\ud800\"",
            "\u0000",
            "\uFFFC",
            "[[[[[[[[",
            "\"ForAllValues:StringLikeIfExists\":{},");

    private static final GitHubClaims RUN = GitHubClaims.of(GitHubRepository.of("octo-org/octo-repo"))
            .branch("main")
            .environment("production")
            .build();

    private final Random random = new Random(SEED);

    @Test
    void anyDocumentIsAnsweredOrRefusedWithItsPlace() throws IOException, URISyntaxException {
        List<String> policies = policies();
        int read = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            String document = mutated(policies);
            try {
                read += answered(document) ? 1 : 0;
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("document " + i + " of seed " + SEED + ": " + document, e);
            }
        }
        assertThat(read).isBetween(DOCUMENTS / 100, DOCUMENTS);
    }

    private static boolean answered(String document) {
        TrustPolicy policy;
        try {
            policy = TrustPolicy.parse(document);
        } catch (MalformedPolicyException e) {
            assertThat(e.getMessage()).startsWith(e.pointer().isEmpty() ? "document" : e.pointer());
            assertThat(e.line()).isPositive();
            assertThat(e.column()).isPositive();
            return false;
        }
        assertThat(TrustPolicy.parse(policy.toJson())).isEqualTo(policy);
        Decision decision = policy.decide(RUN);
        assertThat(decision.explain()).startsWith(decision.toString());
        return true;
    }

    private static List<String> policies() throws IOException, URISyntaxException {
        List<String> policies = new ArrayList<>();
        try (Stream<Path> files =
                Files.walk(Path.of(Decision.class.getResource("cases").toURI()))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                for (JsonNode one : new JsonMapper().readTree(file.toFile())) {
                    JsonNode policy = one.path("template").at("/Resources/Role/Properties/AssumeRolePolicyDocument");
                    policies.add((policy.isMissingNode() ? one.path("policy") : policy).toString());
                }
            }
        }
        return policies;
    }

    private String mutated(List<String> policies) {
        StringBuilder document = new StringBuilder(policies.get(random.nextInt(policies.size())));
        for (int changes = random.nextInt(4); changes >= 0; changes--) {
            int from = random.nextInt(document.length() + 1);
            int to = Math.min(document.length(), from + random.nextInt(24));
            switch (random.nextInt(6)) {
                case 0 -> document.delete(from, to);
                case 1 -> document.insert(from, document.substring(from, to));
                case 2 -> document.insert(from, PIECES.get(random.nextInt(PIECES.size())));
                case 3 -> document.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
                case 4 -> document.insert(from, (char) random.nextInt(256));
                default -> splice(document, from, policies.get(random.nextInt(policies.size())));
            }
        }
        return document.toString();
    }

    private void splice(StringBuilder document, int at, String other) {
        int from = random.nextInt(other.length());
        document.insert(at, other, from, Math.min(other.length(), from + random.nextInt(80)));
    }
}
