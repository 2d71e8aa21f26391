package io.plimsoll.base.catalogue;

import io.plimsoll.model.Badge;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The images that a user trusts, and what he says of who made them.
///
/// One image a line: a name or a pattern with `*` (which may stand for slashes too), then `trusted` or
/// `verified-publisher`, then whose they are. Empty lines and those that begin with `#` are passed over.
///
/// ```
/// registry.example.org/base/*   trusted             the platform team
/// grafana/*                     verified-publisher  Grafana Labs
/// ```
public final class TrustList {
    private final List<Entry> entries;

    private record Entry(Pattern names, Badge.Kind kind, String whose, int line) {}

    private TrustList(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /// Nobody is trusted.
    public static TrustList empty() {
        return new TrustList(List.of());
    }

    /// Reads a list.
    ///
    /// @param file its name, for messages
    /// @throws IllegalArgumentException if a line is none of a list
    public static TrustList parse(String file, List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : lines) {
            number++;
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                entries.add(entry(file, number, text));
            }
        }
        return new TrustList(entries);
    }

    private static Entry entry(String file, int number, String text) {
        String[] words = text.split("\\s+", 3);
        String kind = words.length > 1 ? words[1] : "";
        Badge.Kind badge =
                switch (kind) {
                    case "trusted" -> Badge.Kind.TRUSTED;
                    case "verified-publisher" -> Badge.Kind.VERIFIED_PUBLISHER;
                    default ->
                            throw new IllegalArgumentException(
                                    file
                                            + ":"
                                            + number
                                            + ": '"
                                            + text
                                            + "' is not a name, then trusted or verified-publisher,"
                                            + " then whose it is");
                };
        String pattern =
                Pattern.quote(ImageName.parse(words[0] + ":any").repository())
                        .replace("*", "\\E.*\\Q");
        return new Entry(Pattern.compile(pattern), badge, words.length > 2 ? words[2] : "", number);
    }

    /// The badges of an image.
    public List<Badge> badges(ImageName name) {
        List<Badge> badges = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.names().matcher(name.repository()).matches()) {
                String what = entry.kind() == Badge.Kind.TRUSTED ? "Trusted" : "Verified Publisher";
                badges.add(
                        new Badge(
                                entry.kind(),
                                entry.whose().isEmpty() ? what : what + " (" + entry.whose() + ")",
                                "line " + entry.line() + " of the list of trusted images"));
            }
        }
        return badges;
    }
}
