package io.github.cdkoidc.workflow.file;

import io.github.cdkoidc.internal.yaml.SourceLocation;
import io.github.cdkoidc.internal.yaml.YamlNode;
import io.github.cdkoidc.workflow.expression.ExpressionValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code permissions:} of a file or a job. What is not listed is not granted.
 *
 * @param idToken whether {@code id-token: write} is among them, if that could be read
 * @param others the others as they are written, such as {@code contents: read}
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions">GitHub: permissions</a>
 */
public record Permissions(SourceLocation place, Optional<Boolean> idToken, List<String> others) {

    private static final String UNKNOWN = ", so it is not known whether the job gets a token";

    public Permissions {
        others = List.copyOf(others);
    }

    /** A map, {@code read-all} or {@code write-all}; the last grants the token too. */
    static Permissions of(YamlNode node, ReadWarnings notes) {
        if (node instanceof YamlNode.Mapping map) {
            return of(map, notes);
        }
        String all = ExpressionValue.text(node).orElse("");
        if (all.equals("read-all") || all.equals("write-all")) {
            return new Permissions(node.place(), Optional.of(all.equals("write-all")), List.of());
        }
        String why = node instanceof YamlNode.Scalar
                ? " " + node.kind() + " are neither read-all, write-all nor a map"
                : " are a list, which GitHub refuses";
        notes.add(node.place(), "permissions" + why + UNKNOWN);
        return new Permissions(node.place(), Optional.empty(), List.of());
    }

    private static Permissions of(YamlNode.Mapping map, ReadWarnings notes) {
        Optional<Map.Entry<YamlNode.Key, YamlNode>> given = map.entries().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("id-token"))
                .findFirst();
        if (given.isEmpty()) {
            return new Permissions(map.place(), Optional.of(false), others(map));
        }
        SourceLocation place = given.get().getKey().place();
        String level = ExpressionValue.text(given.get().getValue()).orElse("");
        boolean known = level.equals("write") || level.equals("none");
        if (!known) {
            notes.add(place, "id-token: " + level + " is neither write nor none, which GitHub refuses" + UNKNOWN);
        }
        return new Permissions(
                place, known ? Optional.of(level.equals("write")) : Optional.empty(), others(map));
    }

    private static List<String> others(YamlNode.Mapping map) {
        return map.entries().entrySet().stream()
                .filter(entry -> !entry.getKey().name().equals("id-token"))
                .flatMap(entry ->
                        ExpressionValue.text(entry.getValue())
                                .map(level -> entry.getKey().name() + ": " + level)
                                .stream())
                .toList();
    }
}
