package io.plimsoll.daemon.docker;

import io.plimsoll.daemon.EngineException;
import io.plimsoll.daemon.http.Endpoint;
import io.plimsoll.daemon.http.HttpAnswer;
import io.plimsoll.daemon.http.HttpClient;
import io.plimsoll.daemon.http.HttpFormatException;
import io.plimsoll.daemon.http.Quoted;
import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.image.json.Json;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Asks an engine about one image.
///
/// Source: Docker Engine API, "Inspect an image" and "Export an image"; without a version in the path
/// an engine answers in its newest.
final class EngineClient {
    private static final int MAX_DOCUMENT = 16 * 1024 * 1024;
    private static final int MAX_MESSAGE = 64 * 1024;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    /// How long an engine may think about what it has at hand.
    private static final Duration SHORT = Duration.ofSeconds(30);

    /// An engine may put an export together before it sends the first byte: 10 GB in 80 seconds.
    private static final Duration LONG = Duration.ofMinutes(10);

    /// Nothing may happen to images for long.
    private static final Duration PATIENT = Duration.ofDays(7);

    private final EngineKind kind;
    private final Place place;
    private final HttpClient http;

    EngineClient(EngineKind kind, Place place) {
        this.kind = kind;
        this.place = place;
        this.http = new HttpClient(place.endpoint());
    }

    /// The engine for messages: `Docker at unix:///var/run/docker.sock`.
    String where() {
        return kind.title() + " at " + place.endpoint().describe();
    }

    /// What the engine says of an image, in the image's own words: name, tag, id or digest.
    ///
    /// @throws ImageNotFoundException if it has none of that name
    /// @throws EngineException if it cannot be reached or refuses
    Inspection inspect(String reference) throws IOException {
        try (HttpAnswer answer = get("/images/" + encoded(reference) + "/json", SHORT)) {
            if (answer.status() == NOT_FOUND) {
                throw new ImageNotFoundException(
                        where()
                                + " has no image '"
                                + reference
                                + "' ("
                                + message(answer)
                                + "); registry:"
                                + reference
                                + " reads it from its registry without an engine");
            }
            demandOk(answer);
            byte[] document = answer.bytes(MAX_DOCUMENT);
            return Inspection.read(Json.parse(document, Limits.standard(), where()));
        } catch (HttpFormatException odd) {
            throw odd(odd);
        } catch (SocketTimeoutException silent) {
            throw silent(silent);
        }
    }

    /// The images that it holds, those that only hold others left out.
    List<ListedImage> list() throws IOException {
        try (HttpAnswer answer = get("/images/json", SHORT)) {
            demandOk(answer);
            byte[] document = answer.bytes(MAX_DOCUMENT);
            List<ListedImage> images = new ArrayList<>();
            for (Json image : Json.parse(document, Limits.standard(), where()).items()) {
                images.add(ListedImage.read(image));
            }
            return images;
        } catch (HttpFormatException odd) {
            throw odd(odd);
        } catch (SocketTimeoutException silent) {
            throw silent(silent);
        }
    }

    /// What happens to images from here on, to be closed.
    ImageEvents events() throws IOException {
        // {"type":["image"]}
        HttpAnswer answer = get("/events?filters=%7B%22type%22%3A%5B%22image%22%5D%7D", PATIENT);
        try {
            demandOk(answer);
            return new ImageEvents(answer);
        } catch (IOException | RuntimeException refused) {
            answer.close();
            throw refused;
        }
    }

    /// The archive of an image, to be closed.
    HttpAnswer export(Digest id) throws IOException {
        HttpAnswer answer = get("/images/" + id + "/get", LONG);
        try {
            demandOk(answer);
            return answer;
        } catch (IOException | RuntimeException refused) {
            answer.close();
            throw refused;
        }
    }

    private HttpAnswer get(String target, Duration wait) throws IOException {
        try {
            return http.get(target, wait);
        } catch (HttpFormatException odd) {
            throw odd(odd);
        } catch (SocketTimeoutException silent) {
            throw silent(silent);
        } catch (InterruptedIOException interrupted) {
            throw interrupted;
        } catch (IOException unreachable) {
            throw unreachable(unreachable);
        }
    }

    private void demandOk(HttpAnswer answer) throws IOException {
        if (answer.status() != OK) {
            throw new EngineException(
                    where() + " answers with status " + answer.status() + ": " + message(answer));
        }
    }

    /// The message of an error, quoted; the body itself where it is not the usual document.
    private static String message(HttpAnswer answer) throws IOException {
        byte[] bytes = answer.body().readNBytes(MAX_MESSAGE);
        try {
            Json json = Json.parse(bytes, Limits.standard(), "the answer");
            return Quoted.of(json.get("message").requiredText());
        } catch (IOException notJson) {
            return Quoted.of(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private EngineException odd(HttpFormatException odd) {
        return new EngineException(
                where() + " gives no answer that can be read: " + odd.getMessage(), odd);
    }

    private EngineException silent(SocketTimeoutException silent) {
        return new EngineException(where() + " stays silent: " + silent.getMessage(), silent);
    }

    private EngineException unreachable(IOException failure) {
        String reason = String.valueOf(failure.getMessage());
        String start = where() + " (" + place.source() + ") cannot be reached: " + reason;
        if (!(place.endpoint() instanceof Endpoint.Unix(java.nio.file.Path socket))) {
            return new EngineException(start, failure);
        }
        if (!Files.exists(socket)) {
            return new EngineException(start + "; there is no such socket", failure);
        }
        String remedy =
                reason.contains("ermission denied")
                        ? "; only its group or root may use the socket: add this user to the group"
                                + " that owns it, or call with sudo"
                        : "; is the engine running?";
        return new EngineException(start + remedy, failure);
    }

    /// A name for a path. What a name may hold needs no encoding, but for `+` and `%`.
    private static String encoded(String reference) {
        StringBuilder path = new StringBuilder();
        for (byte b : reference.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    (b >= 'a' && b <= 'z')
                            || (b >= 'A' && b <= 'Z')
                            || (b >= '0' && b <= '9')
                            || "._-/:@".indexOf(b) >= 0;
            path.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b & 0xff));
        }
        return path.toString();
    }
}
