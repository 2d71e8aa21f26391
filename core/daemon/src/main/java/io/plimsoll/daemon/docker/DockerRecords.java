package io.plimsoll.daemon.docker;

import io.plimsoll.image.layer.Hash;
import io.plimsoll.model.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The records of Docker: `image/DRIVER/imagedb` holds configurations, `image/DRIVER/layerdb` a folder
/// for each chain of layers with the name of the folder that holds its newest.
///
/// Source: moby, packages `layer` (`filestore.go`) and `image` (`fs.go`); OCI image specification,
/// `config.md`, "Layer ChainID".
///
/// @param root the engine's data root
record DockerRecords(Path root, String driver) implements EngineRecords {
    @Override
    public Path config(Digest id) {
        return store("imagedb").resolve("content").resolve(id.algorithm()).resolve(id.hex());
    }

    @Override
    public void check(List<Digest> diffIds, List<String> ids) throws IOException {
        Digest chain = diffIds.getFirst();
        for (int i = 0; i < diffIds.size(); i++) {
            Digest diffId = diffIds.get(i);
            if (i > 0) {
                byte[] pair = (chain + " " + diffId).getBytes(StandardCharsets.UTF_8);
                chain = Hash.of(pair, "sha256");
            }
            Path layer = store("layerdb").resolve(chain.algorithm()).resolve(chain.hex());
            boolean fits =
                    LayerFolders.text(layer.resolve("cache-id")).equals(ids.get(i))
                            && LayerFolders.text(layer.resolve("diff")).equals(diffId.toString());
            if (!fits) {
                throw new UnfitFoldersException(
                        "'" + layer + "' names another folder than '" + ids.get(i) + "'");
            }
        }
    }

    private Path store(String name) {
        return root.resolve("image").resolve(driver).resolve(name);
    }
}
