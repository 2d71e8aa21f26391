package io.plimsoll.daemon.docker;

import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.Platform;
import io.plimsoll.image.config.ConfigDocument;
import io.plimsoll.image.json.Json;
import io.plimsoll.model.Digest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an engine says of an image.
///
/// Source: Docker Engine API, `ImageInspect`.
///
/// @param id digest of the configuration, or of the manifest where the engine keeps images in
///     containerd
/// @param tags names it goes by
/// @param digests of its manifest, by the repositories it was pulled from
/// @param diffIds of the layers, oldest first
/// @param driver keeps the layers: `overlay2`, `overlay`; empty where it is not named
/// @param folders of the layers, oldest first; empty where they are not named
record Inspection(
        Digest id,
        List<String> tags,
        List<Digest> digests,
        Optional<Platform> platform,
        List<Digest> diffIds,
        String driver,
        List<Path> folders) {

    static Inspection read(Json json) throws ImageFormatException {
        Json driver = json.get("GraphDriver");
        return new Inspection(
                digest(json.get("Id")),
                json.get("RepoTags").texts(),
                digests(json.get("RepoDigests")),
                ConfigDocument.platform(
                        json.get("Os").text().orElse(""),
                        json.get("Architecture").text().orElse(""),
                        json.get("Variant").text().orElse("")),
                diffIds(json.get("RootFS").get("Layers")),
                driver.get("Name").text().orElse(""),
                folders(driver.get("Data")));
    }

    /// Podman leaves the algorithm out at times.
    private static Digest digest(Json id) throws ImageFormatException {
        String text = id.requiredText();
        return Digest.tryParse(text.indexOf(':') < 0 ? "sha256:" + text : text)
                .orElseThrow(() -> id.error("is no digest"));
    }

    private static List<Digest> digests(Json names) throws ImageFormatException {
        List<Digest> digests = new ArrayList<>();
        for (String name : names.texts()) {
            Digest.tryParse(name.substring(name.indexOf('@') + 1)).ifPresent(digests::add);
        }
        return digests.stream().distinct().sorted().toList();
    }

    private static List<Digest> diffIds(Json layers) throws ImageFormatException {
        List<Digest> digests = new ArrayList<>();
        for (Json layer : layers.items()) {
            digests.add(
                    Digest.tryParse(layer.requiredText())
                            .orElseThrow(() -> layer.error("is no digest")));
        }
        return digests;
    }

    /// `UpperDir` is the newest layer, `LowerDir` the others, newest first.
    private static List<Path> folders(Json data) throws ImageFormatException {
        Optional<String> upper = data.get("UpperDir").text().filter(text -> !text.isEmpty());
        if (upper.isEmpty()) {
            return List.of();
        }
        String lower = data.get("LowerDir").text().orElse("");
        List<Path> folders = new ArrayList<>();
        try {
            folders.add(Path.of(upper.get()));
            if (!lower.isEmpty()) {
                for (String folder : lower.split(":", -1)) {
                    folders.add(Path.of(folder));
                }
            }
        } catch (InvalidPathException odd) {
            return List.of();
        }
        return folders.reversed();
    }
}
