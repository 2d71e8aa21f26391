package io.plimsoll.daemon.docker;

import io.plimsoll.image.config.ConfigDocument;
import io.plimsoll.image.json.Json;
import io.plimsoll.image.layer.Hash;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The folders of an image's layers in an engine's own store, with the configuration.
///
/// They are taken only where all of this holds, so that nothing is left to trust but that nobody
/// changed the engine's folders: they lie side by side under the driver's name; the configuration
/// beside them has the digest that is the image's id; and the engine's own records say of each folder
/// that it holds the layer with the diff id that the configuration states at its place.
///
/// @param config verified against the image's id
/// @param folders oldest first, as many as the configuration has layers
record LayerFolders(ConfigDocument config, List<Path> folders) {
    private static final String CONTENT = "diff";
    private static final int MAX_CONFIG = 16 * 1024 * 1024;

    LayerFolders {
        folders = List.copyOf(folders);
    }

    /// @throws UnfitFoldersException if anything does not fit; the message says what
    /// @throws IOException if something cannot be read
    static LayerFolders of(EngineKind kind, Inspection image, Limits limits) throws IOException {
        List<Path> folders = image.folders();
        if (folders.isEmpty()) {
            throw new UnfitFoldersException("the engine names no folders of layers");
        }
        Path driver = driverFolder(folders);
        if (!image.driver().equals(name(driver))) {
            throw new UnfitFoldersException(
                    "the storage driver is '" + image.driver() + "', its folder '" + driver + "'");
        }
        Path root = parent(driver);
        EngineRecords records =
                kind == EngineKind.DOCKER
                        ? new DockerRecords(root, image.driver())
                        : new PodmanRecords(root, image.driver(), limits);
        ConfigDocument config = config(records.config(image.id()), image.id(), limits);
        if (config.diffIds().size() != folders.size()) {
            throw new UnfitFoldersException(
                    "the engine names "
                            + folders.size()
                            + " folders for "
                            + config.diffIds().size()
                            + " layers");
        }
        records.check(config.diffIds(), folders.stream().map(LayerFolders::id).toList());
        return new LayerFolders(config, folders);
    }

    /// The folder of the driver: `DRIVER/ID/diff` is where a layer lies.
    private static Path driverFolder(List<Path> folders) throws IOException {
        Path driver = Path.of("/");
        for (int i = 0; i < folders.size(); i++) {
            Path folder = folders.get(i);
            boolean shaped =
                    folder.isAbsolute()
                            && folder.getNameCount() > 3
                            && folder.endsWith(CONTENT)
                            && folder.normalize().equals(folder);
            if (!shaped || (i > 0 && !parent(parent(folder)).equals(driver))) {
                throw new UnfitFoldersException("'" + folder + "' is no folder of a layer");
            }
            if (!Files.isDirectory(folder)) {
                throw new UnfitFoldersException("'" + folder + "' cannot be read from here");
            }
            driver = parent(parent(folder));
        }
        return driver;
    }

    private static String id(Path folder) {
        return name(parent(folder));
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static ConfigDocument config(Path file, Digest id, Limits limits) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_CONFIG) {
            throw new UnfitFoldersException("there is no configuration at '" + file + "'");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (!Hash.of(bytes, id.algorithm()).equals(id)) {
            throw new UnfitFoldersException("'" + file + "' does not have the digest " + id);
        }
        return ConfigDocument.read(Json.parse(bytes, limits, "'" + file + "'"));
    }

    /// The content of a small file of an engine's records.
    static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > 4096) {
            throw new UnfitFoldersException("there is no record at '" + file + "'");
        }
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }
}
