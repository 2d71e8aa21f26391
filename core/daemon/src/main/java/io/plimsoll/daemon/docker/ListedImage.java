package io.plimsoll.daemon.docker;

import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.json.Json;
import java.time.Instant;
import java.util.List;

/// An image that an engine holds.
///
/// Source: Docker Engine API, `ImageSummary`.
///
/// @param id digest of its configuration, or of its manifest, as the engine writes it
/// @param names repository and tag of each name, sorted; empty for one without a name
/// @param size bytes of its layers, as the engine counts them
/// @param created when it was made
public record ListedImage(String id, List<String> names, long size, Instant created) {
    private static final String NONE = "<none>";

    public ListedImage {
        names = List.copyOf(names);
    }

    static ListedImage read(Json json) throws ImageFormatException {
        String id = json.get("Id").requiredText();
        return new ListedImage(
                id.indexOf(':') < 0 ? "sha256:" + id : id,
                json.get("RepoTags").texts().stream()
                        .filter(name -> !name.contains(NONE))
                        .sorted()
                        .toList(),
                json.get("Size").number().orElse(0),
                Instant.ofEpochSecond(json.get("Created").number().orElse(0)));
    }
}
