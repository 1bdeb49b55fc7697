package io.github.cdkoidc.workflow.file;

import io.github.cdkoidc.internal.yaml.SourceLocation;
import io.github.cdkoidc.internal.yaml.YamlNode;
import io.github.cdkoidc.workflow.expression.ExpressionValue;
import java.util.ArrayList;
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
        SourceLocation place = map.place();
        Optional<Boolean> idToken = Optional.of(false);
        List<String> others = new ArrayList<>();
        for (Map.Entry<YamlNode.Key, YamlNode> entry : map.entries().entrySet()) {
            String name = entry.getKey().name();
            Optional<String> level = ExpressionValue.text(entry.getValue());
            if (!name.equals("id-token")) {
                level.ifPresent(text -> others.add(name + ": " + text));
                continue;
            }
            place = entry.getKey().place();
            idToken = level.filter(List.of("write", "none")::contains).map("write"::equals);
            if (idToken.isEmpty()) {
                String given = level.orElse("");
                notes.add(place, "id-token: " + given + " is neither write nor none, which GitHub refuses" + UNKNOWN);
            }
        }
        return new Permissions(place, idToken, others);
    }
}
