package io.github.cdkoidc.internal.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A part of a YAML document with its place. Aliases are already replaced by their values. */
public sealed interface YamlNode {

    SourceLocation place();

    /** The number of nodes, with aliases expanded. */
    int size();

    /** What to call this node in a message. */
    String kind();

    /** A key of a map with its own place. */
    public record Key(String name, SourceLocation place) {}

    /** A map; a key occurs once. */
    record Mapping(SourceLocation place, Map<Key, YamlNode> entries, int size) implements YamlNode {

        public Mapping {
            entries = new LinkedHashMap<>(entries);
        }

        public Optional<YamlNode> get(String name) {
            return entries.entrySet().stream()
                    .filter(entry -> entry.getKey().name().equals(name))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        @Override
        public String kind() {
            return "a map";
        }
    }

    /** A list. */
    record Sequence(SourceLocation place, List<YamlNode> items, int size) implements YamlNode {

        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A text, number, boolean or null; without quotes, the text decides which. */
    record Scalar(SourceLocation place, String source, boolean quoted) implements YamlNode {

        private static final Set<String> EMPTY = Set.of("", "~", "null", "Null", "NULL");

        /** Whether it is null, by the core schema of YAML 1.2. */
        public boolean isNull() {
            return !quoted && EMPTY.contains(source);
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public String kind() {
            return isNull() ? "empty" : "\"" + source + "\"";
        }
    }
}
