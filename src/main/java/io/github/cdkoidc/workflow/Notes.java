package io.github.cdkoidc.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what is not understood while a file is read. */
final class Notes {

    private final List<NotUnderstood> notes = new ArrayList<>();

    void add(Place place, String what) {
        NotUnderstood note = new NotUnderstood(place, what);
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    /** Notes the keys that GitHub does not know there. */
    void unexpected(YamlNode.Mapping map, Set<String> known, String where) {
        map.entries().keySet().stream()
                .filter(key -> !known.contains(key.name()))
                .forEach(key ->
                        add(key.place(), "key \"" + key.name() + "\" is none of " + where + ", and is not read"));
    }

    /** Notes the contexts that GitHub does not have there, for which it refuses the file. */
    void unexpected(List<String> contexts, Set<String> known, Place place, String where) {
        contexts.stream()
                .filter(context -> !known.contains(context))
                .forEach(context -> add(place, where + " uses " + context + ", which GitHub does not have there"));
    }

    /** A text, with its expressions checked; nothing and a note if it is none. */
    Optional<Template> template(YamlNode node, String what) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            add(node.place(), what + " is " + node.kind() + ", not a text, and is not read");
            return Optional.empty();
        }
        Template template = Template.of(scalar);
        template.malformed()
                .ifPresent(expression -> add(
                        template.place(),
                        what + " has \"" + expression + "\", which is no expression, so its value is not known"));
        return Optional.of(template);
    }

    /** One text or a list of texts; nothing and a note if it is neither. */
    Optional<List<String>> texts(YamlNode node, String what) {
        List<YamlNode> items = node instanceof YamlNode.Sequence list ? list.items() : List.of(node);
        if (items.stream().allMatch(YamlNode.Scalar.class::isInstance)) {
            return Optional.of(
                    items.stream().map(item -> Literal.of((YamlNode.Scalar) item).text()).toList());
        }
        add(node.place(), what + " is neither a text nor a list of texts, and is not read");
        return Optional.empty();
    }

    List<NotUnderstood> toList() {
        return List.copyOf(notes);
    }
}
