package io.github.cdkoidc.workflow.file;

import io.github.cdkoidc.internal.yaml.SourceLocation;
import io.github.cdkoidc.internal.yaml.YamlNode;
import io.github.cdkoidc.workflow.expression.ExpressionValue;
import io.github.cdkoidc.workflow.expression.Template;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what is not understood while a file is read. */
final class ReadWarnings {

    private final Set<NotUnderstood> notes = new LinkedHashSet<>();

    void add(SourceLocation place, String what) {
        notes.add(new NotUnderstood(place, what));
    }

    /** Notes the keys that GitHub does not know there. */
    void unexpected(YamlNode.Mapping map, Set<String> known, String where) {
        map.entries().keySet().stream()
                .filter(key -> !known.contains(key.name()))
                .forEach(key -> add(
                        key.place(), "key \"" + key.name() + "\" does not belong to " + where + ", and is not read"));
    }

    /** Notes the contexts that GitHub does not have there, for which it refuses the file. */
    void unexpected(List<String> contexts, Set<String> known, SourceLocation place, String where) {
        contexts.stream()
                .filter(context -> !known.contains(context))
                .forEach(context -> add(place, where + " uses " + context + ", which GitHub does not have there"));
    }

    /** A text, with its expressions checked; nothing and a note if it is not one. */
    Optional<Template> template(YamlNode node, String what) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            add(node.place(), what + " is " + node.kind() + ", not a text, and is not read");
            return Optional.empty();
        }
        Template template = Template.of(scalar);
        template.malformed()
                .ifPresent(expression -> add(
                        template.place(),
                        what + " has \"" + expression + "\", which is not an expression, so its value is not known"));
        return Optional.of(template);
    }

    /** One text or a list of texts; nothing and a note if it is neither. */
    Optional<List<String>> texts(YamlNode node, String what) {
        List<YamlNode> items = node instanceof YamlNode.Sequence list ? list.items() : List.of(node);
        List<String> texts = items.stream()
                .flatMap(item -> ExpressionValue.text(item).stream())
                .toList();
        if (texts.size() == items.size()) {
            return Optional.of(texts);
        }
        add(node.place(), what + " is neither a text nor a list of texts, and is not read");
        return Optional.empty();
    }

    List<NotUnderstood> toList() {
        return List.copyOf(notes);
    }
}
