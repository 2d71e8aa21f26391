package io.plimsoll.feeds;

import io.plimsoll.advisory.OfficialImage;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Reads the builds of one official image from its file in `library/`.
///
/// Source: the README of docker-library/official-images, "Instruction format": stanzas of `Key: value` with empty
/// lines between them, of which the first holds for all; a line that begins with a space goes on with the one before;
/// `#` begins a comment line.
final class LibraryFile {
    private static final String TAGS = "tags";
    private static final String ARCHITECTURES = "architectures";

    /// What an image is built for where its file does not say.
    private static final String USUAL_ARCHITECTURE = "amd64";

    private final List<OfficialImage> builds = new ArrayList<>();
    private final Map<String, String> common = new HashMap<>();
    private Map<String, String> stanza = new HashMap<>();
    private String key = "";

    private LibraryFile() {}

    static List<OfficialImage> read(String name, InputStream content, Consumer<Problem> problems)
            throws IOException {
        LibraryFile file = new LibraryFile();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.startsWith("#") && !file.take(line)) {
                problems.accept(
                        Problem.of(
                                name,
                                "official-images",
                                ProblemKind.MALFORMED,
                                "line " + number + " is no `Key: value`"));
            }
        }
        file.end();
        return file.builds;
    }

    private boolean take(String line) {
        if (line.isBlank()) {
            end();
            return true;
        }
        if (line.startsWith(" ") || line.startsWith("\t")) {
            stanza.merge(key, line.strip(), (before, more) -> before + " " + more);
            return !key.isEmpty();
        }
        int colon = line.indexOf(':');
        if (colon <= 0) {
            return false;
        }
        key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        stanza.put(key, line.substring(colon + 1).strip());
        return true;
    }

    private void end() {
        if (stanza.containsKey(TAGS)) {
            String architectures =
                    stanza.getOrDefault(
                            ARCHITECTURES, common.getOrDefault(ARCHITECTURES, USUAL_ARCHITECTURE));
            builds.add(
                    new OfficialImage(
                            list(stanza.getOrDefault(TAGS, "")),
                            list(stanza.getOrDefault("sharedtags", "")),
                            list(architectures),
                            "",
                            ""));
        } else {
            common.putAll(stanza);
        }
        stanza = new HashMap<>();
        key = "";
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
