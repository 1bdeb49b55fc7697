package io.github.cdkoidc.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an app says of the constructs of one stack, those of nested stacks included: logical ids, warnings and what is acknowledged. */
public final class ConstructMetadata {

    /** Of a stack of which nothing is known. */
    public static final ConstructMetadata NONE = new ConstructMetadata("", MissingNode.getInstance());

    /** The prefix of a rule's id in acknowledgements and warnings: {@value}. */
    public static final String PREFIX = "github-oidc-role";

    private static final Pattern NESTED = Pattern.compile("(?:(.*)/)?([^/]+)\\.NestedStack/\\2\\.NestedStackResource");
    /** The CDK writes its own prefix before ours, in either case. */
    private static final Pattern ID =
            Pattern.compile("(?:(?i:annotation|" + PREFIX + ")::)?(?:" + PREFIX + ":)?(\\w+)(?:\\[(.*)])?");

    private static final Pattern WARNING = Pattern.compile(".* \\[ack: (.*)]", Pattern.DOTALL);

    /** Why a finding may stand, as the author of the app says. The id is as it was recorded, which is what the CDK takes for it too. */
    public record Acknowledgement(String id, String reason) {}

    private final Map<String, Map<String, String>> paths = new HashMap<>();
    private final Map<String, Map<String, Acknowledgement>> acknowledged = new HashMap<>();
    private final Map<String, Set<String>> warned = new HashMap<>();

    /** Reads the metadata of the stack at a path: entries by path of a construct. */
    ConstructMetadata(String stack, JsonNode metadata) {
        Set<String> scopes = new HashSet<>();
        scopes.add(stack);
        entries(metadata, (path, entry) -> nested(path).ifPresent(scopes::add));
        entries(metadata, (path, entry) -> {
            switch (entry.path("type").asText()) {
                case "aws:cdk:logicalId" ->
                    paths.computeIfAbsent(owner(path, scopes), scope -> new HashMap<>())
                            .putIfAbsent(entry.path("data").asText(), path);
                case "aws:cdk:acknowledged-rules" ->
                    entry.path("data")
                            .properties()
                            .forEach(rule -> acknowledge(
                                    path, rule.getKey(), rule.getValue().asText()));
                case "aws:cdk:warning" -> warn(path, entry.path("data").asText());
                default -> {}
            }
        });
    }

    private static void entries(JsonNode metadata, BiConsumer<String, JsonNode> reader) {
        metadata.properties()
                .forEach(construct -> construct
                        .getValue()
                        .forEach(entry -> reader.accept(construct.getKey().replaceFirst("^/", ""), entry)));
    }

    private static Optional<String> nested(String path) {
        Matcher resource = NESTED.matcher(path);
        return resource.matches()
                ? Optional.of((resource.group(1) == null ? "" : resource.group(1) + "/") + resource.group(2))
                : Optional.empty();
    }

    /** The path and those above it. */
    private static Stream<String> upwards(String path) {
        return Stream.iterate(
                path, at -> !at.isEmpty(), at -> at.lastIndexOf('/') < 0 ? "" : at.substring(0, at.lastIndexOf('/')));
    }

    private static String owner(String path, Set<String> scopes) {
        return upwards(path).skip(1).filter(scopes::contains).findFirst().orElse("");
    }

    private void acknowledge(String path, String id, String reason) {
        Matcher rule = ID.matcher(id);
        if (rule.matches()) {
            String of = rule.group(2) == null ? "" : "[" + rule.group(2) + "]";
            acknowledged
                    .computeIfAbsent(path, construct -> new HashMap<>())
                    .put(rule.group(1) + of, new Acknowledgement(id, reason));
        }
    }

    private void warn(String path, String message) {
        Matcher warning = WARNING.matcher(message);
        Matcher rule = ID.matcher(warning.matches() ? warning.group(1) : "");
        if (rule.matches()) {
            warned.computeIfAbsent(path, construct -> new HashSet<>()).add(rule.group(1));
        }
    }

    /** The path of the construct that made a resource of a stack, nested or not. */
    Optional<String> path(String stack, String logicalId) {
        return Optional.ofNullable(paths.getOrDefault(stack, Map.of()).get(logicalId));
    }

    /** The answer that a construct, or one above it, gives to a rule. The nearest counts. */
    Optional<Acknowledgement> acknowledgement(String path, String rule) {
        return upwards(path)
                .map(at -> acknowledged.getOrDefault(at, Map.of()))
                .flatMap(rules ->
                        Stream.of(rule, rule + "[" + path + "]").flatMap(id -> Stream.ofNullable(rules.get(id))))
                .findFirst();
    }

    /** Whether a construct, or one above it, has warned of the same itself. */
    boolean hasWarned(String path, String rule) {
        return upwards(path).anyMatch(at -> warned.getOrDefault(at, Set.of()).contains(rule));
    }
}
