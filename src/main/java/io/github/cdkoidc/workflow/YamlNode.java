package io.github.cdkoidc.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A piece of a YAML document with its place. Aliases are already replaced by what they stand for. */
sealed interface YamlNode {

    Place place();

    /** How many nodes this one stands for, aliases expanded. */
    int size();

    /** What to call this node in a message. */
    String kind();

    /** A key of a map with its own place. */
    record Key(String name, Place place) {}

    /** A map; a key occurs once. */
    record Mapping(Place place, Map<Key, YamlNode> entries, int size) implements YamlNode {

        public Mapping {
            entries = new LinkedHashMap<>(entries);
        }

        Optional<YamlNode> get(String name) {
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
    record Sequence(Place place, List<YamlNode> items, int size) implements YamlNode {

        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A text, number, boolean or nothing; without quotes, what is written decides which. */
    record Scalar(Place place, String source, boolean quoted) implements YamlNode {

        private static final Set<String> EMPTY = Set.of("", "~", "null", "Null", "NULL");

        /** Whether it is nothing, by the core schema of YAML 1.2. */
        boolean isNull() {
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
