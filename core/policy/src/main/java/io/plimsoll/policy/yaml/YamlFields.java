package io.plimsoll.policy.yaml;

import io.plimsoll.model.Printable;
import io.plimsoll.policy.subject.PolicyFormatException;
import io.plimsoll.policy.yaml.YamlNode.Entries;
import io.plimsoll.policy.yaml.YamlNode.Items;
import io.plimsoll.policy.yaml.YamlNode.Position;
import io.plimsoll.policy.yaml.YamlNode.Scalar;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// The members of a mapping by what they must be. Each method throws {@link PolicyFormatException}
/// with file, line and column where a member is something else.
public final class YamlFields {
    private static final int SHOWN = 200;

    private final Entries entries;

    private YamlFields(Entries entries) {
        this.entries = entries;
    }

    /// The members of a node that must be a mapping; a node of nothing has none.
    ///
    /// @param what the node is meant to be, for the message
    public static YamlFields of(YamlNode node, String what) {
        if (node instanceof Entries entries) {
            return new YamlFields(entries);
        }
        if (node instanceof Scalar scalar && scalar.text().isEmpty()) {
            return new YamlFields(new Entries(Map.of(), Map.of(), node.position()));
        }
        throw wrong(node.position(), what + " is a mapping, not " + shown(node));
    }

    /// The values of a node that must be a list; a node of nothing has none.
    public static List<YamlNode> items(YamlNode node, String what) {
        if (node instanceof Items items) {
            return items.items();
        }
        if (node instanceof Scalar scalar && scalar.text().isEmpty()) {
            return List.of();
        }
        throw wrong(node.position(), what + " is a list, not " + shown(node));
    }

    /// The error of something at a place.
    public static PolicyFormatException wrong(Position position, String what) {
        return new PolicyFormatException(position + ": " + what);
    }

    /// A node that must be a text.
    public static String textOf(YamlNode node, String what) {
        if (node instanceof Scalar scalar) {
            return scalar.text();
        }
        throw wrong(node.position(), what + " is a text, not " + shown(node));
    }

    private static String shown(YamlNode node) {
        return Printable.beginning(node.kind(), SHOWN);
    }

    public Position position() {
        return entries.position();
    }

    public Set<String> names() {
        return entries.entries().keySet();
    }

    public Position at(String name) {
        return entries.keyAt(name);
    }

    public Optional<YamlNode> node(String name) {
        return entries.get(name);
    }

    /// Refuses what is not known.
    public void only(Set<String> known) {
        for (String name : names()) {
            if (!known.contains(name)) {
                throw wrong(
                        at(name),
                        "the key '"
                                + Printable.beginning(name, SHOWN)
                                + "' is unknown here; known are "
                                + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    /// A text; empty where there is none.
    public String text(String name) {
        return entries.get(name).map(node -> textOf(node, "'" + name + "'")).orElse("");
    }

    /// Whether it is `true`.
    public boolean isTrue(String name) {
        String text = text(name);
        return switch (text) {
            case "true", "True", "TRUE" -> true;
            case "", "false", "False", "FALSE" -> false;
            default ->
                    throw wrong(
                            valueAt(name),
                            "'"
                                    + name
                                    + "' is true or false, not '"
                                    + Printable.beginning(text, SHOWN)
                                    + "'");
        };
    }

    /// The texts of a list, or one text.
    public List<String> texts(String name) {
        YamlNode node = entries.get(name).orElse(null);
        if (node == null) {
            return List.of();
        }
        if (node instanceof Scalar scalar) {
            return scalar.text().isEmpty() ? List.of() : List.of(scalar.text());
        }
        List<String> texts = new ArrayList<>();
        for (YamlNode each : items(node, "'" + name + "'")) {
            texts.add(textOf(each, "each of '" + name + "'"));
        }
        return texts;
    }

    /// What a text means.
    ///
    /// @param reading gives nothing for a text that means nothing, or throws with the reason
    public <T> Optional<T> value(
            String name, String expected, Function<String, Optional<T>> reading) {
        String text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = reading.apply(text);
        if (value.isEmpty()) {
            throw wrong(
                    valueAt(name),
                    "'"
                            + name
                            + "' is "
                            + expected
                            + ", not '"
                            + Printable.beginning(text, SHOWN)
                            + "'");
        }
        return value;
    }

    /// A day, written `2026-12-31`.
    public Optional<LocalDate> day(String name) {
        return value(
                name,
                "a day such as 2026-12-31",
                text -> {
                    try {
                        return Optional.of(LocalDate.parse(text));
                    } catch (DateTimeParseException noDay) {
                        return Optional.empty();
                    }
                });
    }

    /// Where a member's value stands.
    public Position valueAt(String name) {
        return entries.get(name).map(YamlNode::position).orElse(position());
    }
}
