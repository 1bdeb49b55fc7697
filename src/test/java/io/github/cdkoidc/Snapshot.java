package io.github.cdkoidc;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;

/**
 * Holds a stack's template against a golden file, {@code NAME.template.json} in this package's test resources.
 *
 * <p>{@code mvn test -Dsnapshots.update=true} writes the files anew, except in CI. Read the difference before you commit it: a logical id
 * that changes replaces the resource of everybody who has deployed it.
 */
public final class Snapshot {

    private static final Path GOLDEN = Path.of("src/test/resources/io/github/cdkoidc");
    private static final String SUFFIX = ".template.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final JsonNode template;

    private Snapshot(JsonNode template) {
        this.template = template;
    }

    /** The template of a stack, once its app is synthesized. */
    public static Snapshot assertThat(Stack stack) {
        return new Snapshot(TestApp.template(stack));
    }

    /** Fails if the golden file is missing or says anything else; the failure names the path. */
    public void matches(String name) throws IOException {
        if (updates(Boolean.getBoolean("snapshots.update"), System.getenv("CI"))) {
            Path golden = golden(name);
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text() + "\n");
        }
        compare(name);
    }

    /** The same, whatever was asked for. */
    void compare(String name) throws IOException {
        Path golden = golden(name);
        if (!Files.exists(golden)) {
            throw new AssertionError("golden file " + golden + " is missing: write it with -Dsnapshots.update=true");
        }
        assertThatJson(text()).as(golden.toString()).isEqualTo(Files.readString(golden));
    }

    private static Path golden(String name) {
        return GOLDEN.resolve(name + SUFFIX);
    }

    /** Whether golden files are written instead of read. */
    public static boolean updates(boolean asked, String ci) {
        if (asked && ci != null && !ci.isEmpty()) {
            throw new AssertionError(
                    "golden files are not updated in CI: update them on a workstation and commit them");
        }
        return asked;
    }

    /** The names of the golden files in a folder; {@code .} for the package's own. */
    public static List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replace(SUFFIX, ""))
                    .toList();
        }
    }

    /** The template with its keys in order. A nested stack's file is named by a hash, which is not ours to lock. */
    private String text() throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(JSON.convertValue(template, Map.class))
                .replaceAll("/[0-9a-f]{64}\\.json", "/HASH.json");
    }
}
