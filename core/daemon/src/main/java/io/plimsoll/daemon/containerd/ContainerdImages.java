package io.plimsoll.daemon.containerd;

import io.plimsoll.daemon.EngineException;
import io.plimsoll.daemon.EngineOptions;
import io.plimsoll.daemon.Environment;
import io.plimsoll.image.Image;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.json.Json;
import io.plimsoll.image.oci.OciLayout;
import io.plimsoll.image.store.DirectoryStore;
import io.plimsoll.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Opens images of containerd from its folder, whether it runs or not: the name from its metadata,
/// the blobs from its content store, each verified against its digest.
public final class ContainerdImages {
    private static final String USUAL_ROOT = "/var/lib/containerd";
    private static final String METADATA = "io.containerd.metadata.v1.bolt/meta.db";
    private static final String CONTENT = "io.containerd.content.v1.content";
    private static final String DEFAULT = "default";
    private static final int MAX_REFERENCE = 1024;

    private final EngineOptions engine;
    private final Environment environment;
    private final Consumer<String> notices;

    /// @param notices told what the user should know, such as the namespace of the image
    public ContainerdImages(
            EngineOptions engine, Environment environment, Consumer<String> notices) {
        this.engine = engine;
        this.environment = environment;
        this.notices = notices;
    }

    /// Opens an image.
    ///
    /// @param reference a name with or without registry and tag; a name as containerd has it goes
    ///     first
    /// @throws io.plimsoll.image.ImageNotFoundException if there is no such image, or not for the
    ///     platform
    /// @throws io.plimsoll.image.ImageFormatException if a document of it is damaged
    /// @throws EngineException if containerd's folder is not there or cannot be read
    public Image open(String reference, OpenOptions options) throws IOException {
        if (reference.isEmpty() || reference.length() > MAX_REFERENCE) {
            throw new IllegalArgumentException("'" + reference + "' cannot be an image");
        }
        Path root = root();
        Path metadata = root.resolve(METADATA);
        demandReadable(root, metadata);
        ImageRecord image = new MetadataStore(metadata).find(namespaces(), FullNames.of(reference));
        if (!image.namespace().equals(DEFAULT)) {
            notices.accept(reference + " is in the namespace " + image.namespace());
        }
        Json index = Json.parse(index(image), options.limits(), "'" + metadata + "'");
        return OciLayout.open(
                DirectoryStore.open(root.resolve(CONTENT)),
                index,
                "containerd",
                reference,
                options);
    }

    private Path root() {
        return engine.containerdRoot()
                .or(() -> environment.folder("CONTAINERD_ROOT"))
                .orElseGet(() -> environment.place(USUAL_ROOT));
    }

    private List<String> namespaces() {
        Optional<String> named =
                engine.namespace().or(() -> environment.variable("CONTAINERD_NAMESPACE"));
        return named.isPresent() ? List.of(named.get()) : List.of(DEFAULT, "k8s.io", "moby");
    }

    private static void demandReadable(Path root, Path metadata) throws EngineException {
        if (Files.isReadable(metadata)) {
            return;
        }
        boolean hidden = Files.exists(root) && !Files.isExecutable(root);
        throw new EngineException(
                hidden
                        ? "the folder of containerd, '"
                                + root
                                + "', is closed to this user; call with sudo"
                        : "containerd keeps no images in '"
                                + root
                                + "': there is no '"
                                + metadata
                                + "' that can be read; --containerd-root names another folder");
    }

    /// The record as an index of one image.
    private static byte[] index(ImageRecord image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(() ->
                    json.array(
                            "manifests",
                            List.of(image),
                            each ->
                                    json.object(() -> {
                                        json.text("mediaType", each.mediaType());
                                        json.text("digest", each.digest().toString());
                                        json.number("size", each.size());
                                        json.object(
                                                "annotations",
                                                () ->
                                                        json.text(
                                                                "io.containerd.image.name",
                                                                each.name()));
                                    })));
        }
        return out.toByteArray();
    }
}
