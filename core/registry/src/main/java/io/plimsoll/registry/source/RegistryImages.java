package io.plimsoll.registry.source;

import io.plimsoll.image.Image;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.Platform;
import io.plimsoll.image.oci.OciLayout;
import io.plimsoll.model.Limit;
import io.plimsoll.registry.ImageReference;
import io.plimsoll.registry.Manifest;
import io.plimsoll.registry.Patience;
import io.plimsoll.registry.RegistryClient;
import io.plimsoll.registry.RegistryOptions;
import io.plimsoll.registry.Repository;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Opens images that lie in a registry. Manifest and configuration are fetched at once, a layer when
/// it is read, straight into the reading: nothing is written to disk.
public final class RegistryImages {
    private static final String KIND = "registry";

    private final RegistryOptions registry;
    private final Patience patience;
    private final Consumer<String> notice;

    /// Opens images with one set of options.
    ///
    /// @param notice told what a user should know, such as a mirror that is left out
    public RegistryImages(RegistryOptions registry, Patience patience, Consumer<String> notice) {
        this.registry = registry;
        this.patience = patience;
        this.notice = notice;
    }

    /// Opens an image.
    ///
    /// @throws IllegalArgumentException if the text is no reference
    /// @throws io.plimsoll.registry.RegistryException if the registry does not give it
    /// @throws io.plimsoll.image.ImageNotFoundException if it has no fitting platform
    /// @throws io.plimsoll.image.ImageFormatException if it contradicts itself
    public Image open(String text, OpenOptions options) throws IOException, InterruptedException {
        return OciLayout.open(store(text, options), KIND, text, options);
    }

    /// The platforms that an image is there for, in the order of its index.
    ///
    /// @throws IOException as {@link #open}
    public List<Platform> platforms(String text, OpenOptions options)
            throws IOException, InterruptedException {
        try (RegistryStore store = store(text, options)) {
            return OciLayout.platforms(store, options);
        }
    }

    private RegistryStore store(String text, OpenOptions options)
            throws IOException, InterruptedException {
        ImageReference reference = ImageReference.parse(text);
        RegistryClient client = new RegistryClient(registry, patience, notice);
        try {
            Repository repository = client.repository(reference);
            Manifest manifest =
                    repository.manifest(
                            reference.target(), options.limits().of(Limit.MANIFEST_SIZE));
            String name = reference.tag().isPresent() ? withoutDigest(reference) : "";
            return RegistryStore.around(manifest, name, client, repository, options.limits());
        } catch (IOException | RuntimeException | InterruptedException failure) {
            client.close();
            throw failure;
        }
    }

    private static String withoutDigest(ImageReference reference) {
        return new ImageReference(
                        reference.registry(),
                        reference.repository(),
                        reference.tag(),
                        Optional.empty())
                .toString();
    }
}
