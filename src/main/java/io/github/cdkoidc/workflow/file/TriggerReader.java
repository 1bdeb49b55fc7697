package io.github.cdkoidc.workflow.file;

import io.github.cdkoidc.internal.yaml.SourceLocation;
import io.github.cdkoidc.internal.yaml.YamlNode;
import io.github.cdkoidc.workflow.expression.ExpressionValue;
import io.github.cdkoidc.workflow.expression.Template;
import io.github.cdkoidc.workflow.text.NameFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code on:}, which is a word, a list of words, or a map from events to filters. */
record TriggerReader(ReadWarnings notes) {

    private static final Set<String> INPUT_KEYS =
            Set.of("description", "required", "default", "type", "options", "deprecationMessage");

    List<Trigger> read(YamlNode on) {
        List<Trigger> triggers = new ArrayList<>();
        if (on instanceof YamlNode.Mapping map) {
            map.entries().forEach((key, value) -> triggers.add(trigger(key.name(), key.place(), value)));
        } else {
            List<YamlNode> events = on instanceof YamlNode.Sequence list ? list.items() : List.of(on);
            events.forEach(event -> word(event).ifPresent(triggers::add));
        }
        return triggers;
    }

    private Optional<Trigger> word(YamlNode event) {
        if (event instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
            return Optional.of(trigger(ExpressionValue.of(scalar).text(), scalar.place(), scalar));
        }
        notes.add(event.place(), "event of \"on\" is " + event.kind() + ", not a word, and is not read");
        return Optional.empty();
    }

    private Trigger trigger(String event, SourceLocation place, YamlNode value) {
        if (EventKind.of(event).isEmpty()) {
            notes.add(
                    place,
                    "event \"" + event + "\" is not documented by GitHub, so what its runs present is not known");
        }
        if (value instanceof YamlNode.Mapping map) {
            return filtered(event, place, map);
        }
        boolean plain = value instanceof YamlNode.Scalar || event.equals("schedule");
        if (!plain) {
            notes.add(
                    place, "event \"" + event + "\" has " + value.kind() + " where filters belong, which is not read");
        }
        return new Trigger(event, place, Optional.empty(), Optional.empty(), List.of(), Map.of(), plain);
    }

    private Trigger filtered(String event, SourceLocation place, YamlNode.Mapping map) {
        Set<String> keys = EventKind.of(event).map(kind -> kind.keys(event)).orElse(Set.of());
        notes.unexpected(map, keys, "\"" + event + "\"");
        boolean expected = map.entries().keySet().stream().allMatch(key -> keys.contains(key.name()));
        NameFilters branches = filter(map, "branches");
        NameFilters tags = filter(map, "tags");
        // Paths change no claim, but they can be wrong.
        texts(map, "paths");
        texts(map, "paths-ignore");
        return new Trigger(
                event,
                place,
                branches.filter(),
                tags.filter(),
                texts(map, "types"),
                inputs(map),
                expected && branches.understood() && tags.understood());
    }

    /** A filter, and whether it was understood. */
    private record NameFilters(Optional<NameFilter> filter, boolean understood) {}

    private NameFilters filter(YamlNode.Mapping map, String key) {
        Optional<YamlNode> only = map.get(key);
        Optional<YamlNode> ignored = map.get(key + "-ignore");
        if (only.isPresent() && ignored.isPresent()) {
            notes.add(
                    ignored.get().place(),
                    key + " and " + key
                            + "-ignore are both there, which GitHub refuses, so it is not known which refs start runs");
            return new NameFilters(Optional.empty(), false);
        }
        return only.map(node -> filter(node, key, NameFilter::of))
                .or(() -> ignored.map(node -> filter(node, key + "-ignore", NameFilter::ignoring)))
                .orElseGet(() -> new NameFilters(Optional.empty(), true));
    }

    private NameFilters filter(YamlNode node, String key, Function<List<String>, NameFilter> filter) {
        Optional<List<String>> patterns = notes.texts(node, key).filter(list -> !list.isEmpty());
        if (patterns.isEmpty()) {
            notes.add(node.place(), key + " has no pattern, so it is not known which refs start runs");
            return new NameFilters(Optional.empty(), false);
        }
        try {
            NameFilter names = filter.apply(patterns.get());
            if (names.rules().stream().noneMatch(NameFilter.Rule::adds)) {
                notes.add(node.place(), key + " only takes away, so no ref starts a run");
            }
            return new NameFilters(Optional.of(names), true);
        } catch (IllegalArgumentException e) {
            notes.add(node.place(), key + ": " + e.getMessage());
            return new NameFilters(Optional.empty(), false);
        }
    }

    private List<String> texts(YamlNode.Mapping map, String key) {
        return map.get(key).flatMap(node -> notes.texts(node, key)).orElse(List.of());
    }

    private Map<String, Input> inputs(YamlNode.Mapping map) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        if (map.get("inputs").orElse(null) instanceof YamlNode.Mapping all) {
            all.entries().forEach((key, value) -> inputs.put(key.name().toLowerCase(Locale.ROOT), input(key, value)));
        }
        return inputs;
    }

    private Input input(YamlNode.Key key, YamlNode value) {
        if (!(value instanceof YamlNode.Mapping map)) {
            return new Input("string", Optional.empty(), List.of());
        }
        notes.unexpected(map, INPUT_KEYS, "an input");
        String type = map.get("type").flatMap(ExpressionValue::text).orElse("string");
        Optional<Template> byDefault =
                map.get("default").flatMap(node -> notes.template(node, "default of input " + key.name()));
        return new Input(type, byDefault, texts(map, "options"));
    }
}
