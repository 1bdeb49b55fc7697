package io.github.cdkoidc.workflow.file;

import io.github.cdkoidc.internal.yaml.SourceLocation;
import io.github.cdkoidc.internal.yaml.YamlNode;
import io.github.cdkoidc.workflow.expression.ExpressionValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code permissions:} of a file or a job. What is not listed is not granted.
 *
 * @param idToken whether {@code id-token: write} is among them, if that could be read
 * @param others the others as they are written, such as {@code contents: read}
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions">GitHub: permissions</a>
 */
public record Permissions(SourceLocation place, Optional<Boolean> idToken, List<String> others) {

    public Permissions {
        others = List.copyOf(others);
    }

    /** {@code read-all} or {@code write-all}; the latter grants the token too. */
    static Permissions shorthand(YamlNode.Scalar scalar, ReadWarnings notes) {
        Optional<Boolean> idToken =
                switch (ExpressionValue.of(scalar).text()) {
                    case "write-all" -> Optional.of(true);
                    case "read-all" -> Optional.of(false);
                    default -> Optional.empty();
                };
        if (idToken.isEmpty()) {
            notes.add(
                    scalar.place(),
                    "permissions " + scalar.kind()
                            + " are neither read-all, write-all nor a map, so it is not known whether the job gets a token");
        }
        return new Permissions(scalar.place(), idToken, List.of());
    }

    static Permissions of(YamlNode.Mapping map, ReadWarnings notes) {
        Optional<Map.Entry<YamlNode.Key, YamlNode>> given = map.entries().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("id-token"))
                .findFirst();
        if (given.isEmpty()) {
            return new Permissions(map.place(), Optional.of(false), others(map));
        }
        String level = given.get().getValue() instanceof YamlNode.Scalar scalar
                ? ExpressionValue.of(scalar).text()
                : "";
        Optional<Boolean> idToken = Optional.of(level.equals("write"));
        if (!level.equals("write") && !level.equals("none")) {
            notes.add(
                    given.get().getKey().place(),
                    "id-token: " + level
                            + " is neither write nor none, which GitHub refuses, so it is not known whether the job gets a token");
            idToken = Optional.empty();
        }
        return new Permissions(given.get().getKey().place(), idToken, others(map));
    }

    private static List<String> others(YamlNode.Mapping map) {
        return map.entries().entrySet().stream()
                .filter(entry -> !entry.getKey().name().equals("id-token"))
                .flatMap(entry -> entry.getValue() instanceof YamlNode.Scalar scalar
                        ? Stream.of(entry.getKey().name() + ": "
                                + ExpressionValue.of(scalar).text())
                        : Stream.empty())
                .toList();
    }
}
