package io.plimsoll.registry;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a server answered, its body not yet read.
///
/// @param host that answered, for messages
record Answer(String host, int status, HttpHeaders headers, InputStream body)
        implements AutoCloseable {
    private static final int LONGEST_ERROR = 64 * 1024;
    private static final Pattern CODE = Pattern.compile("[A-Z_]{1,40}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /// How long the server asks to wait: seconds, or a date that is held against the server's own
    /// clock.
    ///
    /// Source: RFC 9110, section 10.2.3.
    Optional<Duration> retryAfter() {
        String value = header("Retry-After").strip();
        if (SECONDS.matcher(value).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Duration wait = Duration.between(date(header("Date")), date(value));
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static ZonedDateTime date(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    /// The status with the registry's own word for what is wrong, where it gives one:
    /// `404 MANIFEST_UNKNOWN`. Nothing else of the body is shown: it is the server's to choose.
    ///
    /// Source: OCI distribution specification, "Error Codes".
    String described() {
        String code = errorCode();
        return code.isEmpty() ? String.valueOf(status) : status + " " + code;
    }

    private String errorCode() {
        try (InputStream in = body) {
            byte[] bytes = in.readNBytes(LONGEST_ERROR);
            List<JsonObject> errors = Json.parse(bytes).asObject().objects("errors");
            String code = errors.isEmpty() ? "" : errors.getFirst().text("code");
            return CODE.matcher(code).matches() ? code : "";
        } catch (IOException | JsonFormatException none) {
            return "";
        }
    }

    /// All bytes of the body.
    ///
    /// @throws RegistryException if there are more than a number
    byte[] bytes(long most, String what) throws IOException {
        try (InputStream in = body) {
            byte[] bytes =
                    in.readNBytes(Math.toIntExact(Math.min(most + 1, Integer.MAX_VALUE - 8)));
            if (bytes.length > most) {
                throw new RegistryException(
                        RegistryException.Reason.REFUSED,
                        host + " sends more than " + most + " bytes for " + what);
            }
            return bytes;
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException done) {
            // Nobody wants the rest.
        }
    }
}
