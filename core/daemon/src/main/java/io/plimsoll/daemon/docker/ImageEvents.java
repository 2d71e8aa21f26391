package io.plimsoll.daemon.docker;

import io.plimsoll.daemon.http.HttpAnswer;
import io.plimsoll.image.json.Json;
import io.plimsoll.model.Limits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/// What happens to the images of an engine, as it happens. Closing it ends the listening.
///
/// Source: Docker Engine API, "Monitor events": a JSON object a line.
public final class ImageEvents implements AutoCloseable {
    /// After these an image, or a name of one, is new or gone.
    private static final Set<String> CHANGES =
            Set.of("pull", "load", "import", "tag", "untag", "delete", "loadfromarchive", "remove");

    private final HttpAnswer answer;
    private final Iterator<String> lines;

    ImageEvents(HttpAnswer answer) {
        this.answer = answer;
        this.lines =
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))
                        .lines()
                        .iterator();
    }

    /// Waits for the next change.
    ///
    /// @return its word, such as `pull`; empty where the engine has ended the connection
    /// @throws IOException if the connection broke
    public Optional<String> next() throws IOException {
        try {
            while (lines.hasNext()) {
                byte[] line = lines.next().getBytes(StandardCharsets.UTF_8);
                Json event = Json.parse(line, Limits.standard(), "an event of the engine");
                String action =
                        event.get("Action").text().orElse(event.get("status").text().orElse(""));
                if (CHANGES.contains(action)) {
                    return Optional.of(action);
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException broken) {
            throw broken.getCause() == null ? new IOException(broken) : broken.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        answer.close();
    }
}
