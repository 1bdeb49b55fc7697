package io.github.cdkoidc.internal.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML as GitHub does: YAML 1.2, one document, anchors but no merge keys. The limits are GitHub's own.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations#yaml-anchors-and-aliases">
 *     GitHub: YAML anchors and aliases</a>
 */
public final class YamlParser {

    /** The longest file that GitHub reads, in characters: {@value}. */
    public static final int LONGEST = 1024 * 1024;

    private static final int DEEPEST = 50;
    private static final int MOST_NODES = 50_000;

    private final String file;
    private final Iterator<Event> events;
    private final Map<Anchor, YamlNode> anchors = new HashMap<>();

    private YamlParser(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    /** The one document of a file; an {@link IllegalArgumentException} if it is not YAML, or more than GitHub allows. */
    public static YamlNode parse(String file, String yaml) {
        if (yaml.length() > LONGEST) {
            throw new IllegalArgumentException(file + ": file has " + yaml.length()
                    + " characters, and GitHub reads no workflow of more than " + LONGEST + ": split it up");
        }
        LoadSettings settings =
                LoadSettings.builder().setLabel(file).setCodePointLimit(LONGEST).build();
        try {
            return new YamlParser(file, new ParserImpl(settings, new StreamReader(settings, yaml))).document();
        } catch (MarkedYamlEngineException e) {
            throw new IllegalArgumentException(
                    place(file, e.getProblemMark()).exact() + ": not YAML, because " + e.getProblem()
                            + ": write it as https://yaml.org/spec/1.2.2 has it",
                    e);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(file + ": not YAML, because " + e.getMessage(), e);
        }
    }

    private YamlNode document() {
        require(Event.ID.StreamStart);
        Event start = events.next();
        if (start.getEventId() != Event.ID.DocumentStart) {
            throw new IllegalArgumentException(
                    file + ": file is empty, and a workflow has \"on\" and \"jobs\": write them, or delete the file");
        }
        YamlNode root = node(events.next(), 0);
        require(Event.ID.DocumentEnd);
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw unreadable(
                    end,
                    "a second document starts here, and GitHub reads one: delete it, or move it to a file of its own");
        }
        return root;
    }

    private void require(Event.ID id) {
        Event event = events.next();
        if (event.getEventId() != id) {
            throw unreadable(event, "found " + event.getEventId() + ", not " + id);
        }
    }

    private YamlNode node(Event event, int depth) {
        if (depth > DEEPEST) {
            throw unreadable(event, "nested more than " + DEEPEST + " deep, which GitHub refuses: write it flatter");
        }
        if (event instanceof AliasEvent alias) {
            return Optional.ofNullable(anchors.get(alias.getAlias()))
                    .orElseThrow(() -> unreadable(
                            alias,
                            "alias *" + alias.getAlias() + " has no anchor before it: write &" + alias.getAlias()
                                    + " where the value is"));
        }
        YamlNode node =
                switch (event.getEventId()) {
                    case SequenceStart -> sequence(event, depth);
                    case MappingStart -> mapping(event, depth);
                    default -> {
                        ScalarEvent scalar = (ScalarEvent) event;
                        boolean plain = scalar.isPlain() && scalar.getTag().isEmpty();
                        yield new YamlNode.Scalar(place(event), scalar.getValue(), !plain);
                    }
                };
        if (node.size() > MOST_NODES) {
            throw unreadable(
                    event,
                    "has more than " + MOST_NODES
                            + " values once its aliases are written out, which GitHub refuses: use fewer aliases");
        }
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        return node;
    }

    private YamlNode sequence(Event start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        int size = 1;
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            YamlNode item = node(event, depth + 1);
            items.add(item);
            size = Math.min(size + item.size(), MOST_NODES + 1);
        }
        return new YamlNode.Sequence(place(start), items, size);
    }

    private YamlNode mapping(Event start, int depth) {
        Map<String, SourceLocation> seen = new HashMap<>();
        Map<YamlNode.Key, YamlNode> entries = new LinkedHashMap<>();
        int size = 1;
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            YamlNode.Key key = key(event, depth);
            SourceLocation before = seen.putIfAbsent(key.name(), key.place());
            if (before != null) {
                throw unreadable(
                        event,
                        "key \"" + key.name() + "\" is there twice, first in line " + before.line() + ": delete one");
            }
            YamlNode value = node(events.next(), depth + 1);
            entries.put(key, value);
            size = Math.min(size + 1 + value.size(), MOST_NODES + 1);
        }
        return new YamlNode.Mapping(place(start), entries, size);
    }

    private YamlNode.Key key(Event event, int depth) {
        if (node(event, depth + 1) instanceof YamlNode.Scalar key) {
            String name = event instanceof ScalarEvent scalar ? scalar.getValue() : key.source();
            return new YamlNode.Key(name, place(event));
        }
        throw unreadable(event, "key is not a text: write a word");
    }

    private SourceLocation place(Event event) {
        return place(file, event.getStartMark());
    }

    private static SourceLocation place(String file, Optional<Mark> mark) {
        int line = mark.map(m -> m.getLine() + 1).orElse(1);
        return new SourceLocation(file, line, mark.map(m -> m.getColumn() + 1).orElse(1));
    }

    private IllegalArgumentException unreadable(Event event, String why) {
        return new IllegalArgumentException(place(event).exact() + ": " + why);
    }
}
