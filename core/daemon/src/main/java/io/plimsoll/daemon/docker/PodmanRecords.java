package io.plimsoll.daemon.docker;

import io.plimsoll.image.json.Json;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The records of Podman: `DRIVER-images/ID` holds the documents of an image under names in base64,
/// `DRIVER-layers/layers.json` lists the layers with parent and diff id.
///
/// Source: containers/storage, `images.go` (`makeBigDataBaseName`) and `layers.go` (`Layer`).
///
/// @param root the graph root
record PodmanRecords(Path root, String driver, Limits limits) implements EngineRecords {
    private static final long MAX_LIST = 64L * 1024 * 1024;

    @Override
    public Path config(Digest id) {
        String name =
                Base64.getEncoder()
                        .encodeToString(id.toString().getBytes(StandardCharsets.US_ASCII));
        return root.resolve(driver + "-images").resolve(id.hex()).resolve("=" + name);
    }

    /// @param parent id of the layer below; empty for the lowest
    private record Stored(String parent, String diffId) {}

    @Override
    public void check(List<Digest> diffIds, List<String> ids) throws IOException {
        Map<String, Stored> stored = stored(root.resolve(driver + "-layers/layers.json"));
        String below = "";
        for (int i = 0; i < ids.size(); i++) {
            Stored layer = stored.get(ids.get(i));
            if (layer == null || !layer.equals(new Stored(below, diffIds.get(i).toString()))) {
                throw new UnfitFoldersException(
                        "the layers' list has no layer '"
                                + ids.get(i)
                                + "' with the diff id "
                                + diffIds.get(i)
                                + " at its place");
            }
            below = ids.get(i);
        }
    }

    private Map<String, Stored> stored(Path list) throws IOException {
        if (!Files.isRegularFile(list) || Files.size(list) > MAX_LIST) {
            throw new UnfitFoldersException("there is no list of layers at '" + list + "'");
        }
        Map<String, Stored> stored = new HashMap<>();
        for (Json layer : Json.parse(Files.readAllBytes(list), limits, "'" + list + "'").items()) {
            stored.put(
                    layer.get("id").requiredText(),
                    new Stored(
                            layer.get("parent").text().orElse(""),
                            layer.get("diff-digest").text().orElse("")));
        }
        return stored;
    }
}
