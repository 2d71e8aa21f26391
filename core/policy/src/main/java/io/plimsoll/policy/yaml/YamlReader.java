package io.plimsoll.policy.yaml;

import io.plimsoll.model.Printable;
import io.plimsoll.policy.subject.PolicyFormatException;
import io.plimsoll.policy.yaml.YamlNode.Position;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Builds the tree of one document from the parser's events. Nodes are texts, lists and mappings and
/// nothing else: tags mean nothing, aliases are refused.
public final class YamlReader {
    /// Bytes of a file: a rule takes some hundred.
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final int MAX_DEPTH = 20;
    private static final int MAX_NODES = 200_000;
    private static final int SHOWN = 200;

    private final String file;
    private final Iterator<Event> events;
    private int nodes;

    private YamlReader(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    /// Reads a file's only document.
    ///
    /// @param file its name, for messages
    /// @return the root; an empty text for an empty file
    /// @throws PolicyFormatException if it is no YAML, or goes beyond a bound
    public static YamlNode read(String file, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new PolicyFormatException(
                    file + " has " + bytes.length + " bytes; at most " + MAX_BYTES + " are read");
        }
        LoadSettings settings =
                LoadSettings.builder().setLabel(file).setCodePointLimit(MAX_BYTES).build();
        try {
            Iterator<Event> events =
                    new Parse(settings)
                            .parseInputStream(new ByteArrayInputStream(bytes))
                            .iterator();
            return new YamlReader(file, events).document();
        } catch (MarkedYamlEngineException broken) {
            throw new PolicyFormatException(message(file, broken), broken);
        } catch (YamlEngineException broken) {
            throw new PolicyFormatException(
                    file
                            + " is no YAML: "
                            + Printable.beginning(String.valueOf(broken.getMessage()), SHOWN),
                    broken);
        }
    }

    private static String message(String file, MarkedYamlEngineException broken) {
        Optional<Mark> mark = broken.getProblemMark();
        String place =
                mark.map(at -> ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1)).orElse("");
        return file
                + place
                + ": no YAML: "
                + Printable.beginning(String.valueOf(broken.getProblem()), SHOWN);
    }

    private YamlNode document() {
        YamlNode root = new YamlNode.Scalar("", new Position(file, 1, 1));
        boolean seen = false;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
                case Alias, MappingEnd, MappingStart, Scalar, SequenceEnd, SequenceStart -> {
                    if (seen) {
                        throw wrong(event, "a second document begins; one is read");
                    }
                    seen = true;
                    root = node(event, 0);
                }
            }
        }
        return root;
    }

    private YamlNode node(Event event, int depth) {
        nodes++;
        if (depth > MAX_DEPTH) {
            throw wrong(event, "more than " + MAX_DEPTH + " levels");
        }
        if (nodes > MAX_NODES) {
            throw wrong(event, "more than " + MAX_NODES + " nodes");
        }
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart -> items(event, depth);
            case MappingStart -> entries(event, depth);
            case Alias ->
                    throw wrong(
                            event,
                            "aliases (*"
                                    + Printable.beginning(
                                            ((AliasEvent) event).getAlias().getValue(), 40)
                                    + ") are not read: write the value out");
            case Comment,
                    DocumentEnd,
                    DocumentStart,
                    MappingEnd,
                    SequenceEnd,
                    StreamEnd,
                    StreamStart ->
                    throw wrong(event, "a value is missing");
        };
    }

    private YamlNode.Scalar scalar(ScalarEvent event) {
        String text = event.getValue();
        boolean isNull =
                event.getScalarStyle() == ScalarStyle.PLAIN
                        && (text.equals("~") || text.equals("null"));
        return new YamlNode.Scalar(isNull ? "" : text, position(event));
    }

    private YamlNode items(Event start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event next = next(); next.getEventId() != Event.ID.SequenceEnd; next = next()) {
            items.add(node(next, depth + 1));
        }
        return new YamlNode.Items(items, position(start));
    }

    private YamlNode entries(Event start, int depth) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        Map<String, Position> keys = new LinkedHashMap<>();
        for (Event next = next(); next.getEventId() != Event.ID.MappingEnd; next = next()) {
            if (!(next instanceof ScalarEvent key)) {
                throw wrong(next, "a key is a text, not a list, a mapping or an alias");
            }
            String name = key.getValue();
            if (keys.putIfAbsent(name, position(key)) != null) {
                throw wrong(key, "'" + Printable.beginning(name, SHOWN) + "' stands here twice");
            }
            entries.put(name, node(next(), depth + 1));
        }
        return new YamlNode.Entries(entries, keys, position(start));
    }

    /// The next event that is no comment.
    private Event next() {
        Event event = events.next();
        while (event.getEventId() == Event.ID.Comment) {
            event = events.next();
        }
        return event;
    }

    private PolicyFormatException wrong(Event event, String what) {
        return new PolicyFormatException(position(event) + ": " + what);
    }

    private Position position(Event event) {
        return event.getStartMark()
                .map(mark -> new Position(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new Position(file, 1, 1));
    }
}
