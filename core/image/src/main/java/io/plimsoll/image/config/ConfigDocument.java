package io.plimsoll.image.config;

import io.plimsoll.image.ImageConfig;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.Platform;
import io.plimsoll.image.json.Json;
import io.plimsoll.model.Digest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A configuration as it is stored.
///
/// Source: OCI image specification, `config.md`; Docker image specification 1.2, which differs in
/// nothing that is read here; the `json` files of `docker save` before Docker 1.10 have the same
/// `config` member.
///
/// @param platform empty where it is not stated
/// @param diffIds of the layers, oldest first
public record ConfigDocument(
        ImageConfig config,
        Optional<Platform> platform,
        Optional<Instant> created,
        List<Digest> diffIds) {

    /// Reads a configuration.
    ///
    /// @throws ImageFormatException if a member has the wrong type, or a diff id is no digest
    public static ConfigDocument read(Json document) throws ImageFormatException {
        Json rootfs = document.get("rootfs");
        List<Digest> diffIds = new ArrayList<>();
        for (Json item : rootfs.get("diff_ids").items()) {
            Optional<Digest> digest = Digest.tryParse(item.requiredText());
            diffIds.add(digest.orElseThrow(() -> item.error("is no digest")));
        }
        return new ConfigDocument(
                config(document), platform(document), created(document), List.copyOf(diffIds));
    }

    /// The instruction of each layer: the history without the steps that made none.
    public List<String> instructions() {
        return config.history().stream()
                .filter(step -> !step.emptyLayer())
                .map(ImageConfig.History::createdBy)
                .toList();
    }

    private static ImageConfig config(Json document) throws ImageFormatException {
        Json config = document.get("config");
        return new ImageConfig(
                config.get("User").text().orElse(""),
                config.get("Env").texts(),
                command(config.get("Entrypoint")),
                command(config.get("Cmd")),
                config.get("WorkingDir").text().orElse(""),
                texts(config.get("Labels")),
                List.copyOf(config.get("ExposedPorts").members().keySet()),
                List.copyOf(config.get("Volumes").members().keySet()),
                config.get("StopSignal").text().orElse(""),
                config.get("Healthcheck").get("Test").texts(),
                config.get("OnBuild").texts(),
                document.get("author").text().orElse(""),
                history(document.get("history")));
    }

    /// Docker has written a single string at times.
    private static List<String> command(Json value) throws ImageFormatException {
        return value.isText() ? List.of(value.requiredText()) : value.texts();
    }

    /// Labels or annotations: names with a text each.
    ///
    /// @throws ImageFormatException if one of them is no text
    public static Map<String, String> texts(Json named) throws ImageFormatException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, Json> each : named.members().entrySet()) {
            values.put(each.getKey(), each.getValue().text().orElse(""));
        }
        return values;
    }

    private static List<ImageConfig.History> history(Json history) throws ImageFormatException {
        List<ImageConfig.History> steps = new ArrayList<>();
        for (Json step : history.items()) {
            steps.add(
                    new ImageConfig.History(
                            step.get("created_by").text().orElse(""),
                            created(step),
                            step.get("comment").text().orElse(""),
                            step.get("empty_layer").flag()));
        }
        return steps;
    }

    private static Optional<Platform> platform(Json document) throws ImageFormatException {
        return platform(
                document.get("os").text().orElse(""),
                document.get("architecture").text().orElse(""),
                document.get("variant").text().orElse(""));
    }

    /// A platform, where both operating system and architecture are stated.
    public static Optional<Platform> platform(String os, String architecture, String variant) {
        return os.isEmpty() || architecture.isEmpty()
                ? Optional.empty()
                : Optional.of(new Platform(os, architecture, variant));
    }

    /// Builders write strange times; one that does not parse is no reason to refuse the image.
    private static Optional<Instant> created(Json holder) throws ImageFormatException {
        Optional<String> text = holder.get("created").text();
        if (text.isEmpty() || text.get().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text.get()));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
