package io.plimsoll.image.oci;

import io.plimsoll.image.Image;
import io.plimsoll.image.ImageDescription;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.Layer;
import io.plimsoll.image.LayerDescription;
import io.plimsoll.image.Platform;
import io.plimsoll.image.config.ConfigDocument;
import io.plimsoll.image.json.Json;
import io.plimsoll.image.layer.Blob;
import io.plimsoll.image.layer.MissingLayer;
import io.plimsoll.image.layer.Promise;
import io.plimsoll.image.layer.StoredLayer;
import io.plimsoll.image.problem.ProblemLog;
import io.plimsoll.image.store.BlobStore;
import io.plimsoll.image.store.StoredImage;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads one image of a layout: its manifest, its configuration, its layers.
///
/// Source: OCI image specification, `manifest.md`.
final class OciImage {
    private static final List<String> CONFIG_TYPES =
            List.of(
                    "",
                    "application/vnd.oci.image.config.v1+json",
                    "application/vnd.docker.container.image.v1+json");

    private final BlobStore store;
    private final Candidates blobs;
    private final Limits limits;
    private final Candidate chosen;

    OciImage(BlobStore store, Candidates blobs, Limits limits, Candidate chosen) {
        this.store = store;
        this.blobs = blobs;
        this.limits = limits;
        this.chosen = chosen;
    }

    Image open(String kind, String reference, ProblemLog problems) throws IOException {
        Descriptor descriptor = chosen.manifest();
        Json manifest = blobs.verified(blobs.required(descriptor, "manifest"), descriptor);
        Json configJson = manifest.get("config");
        if (!configJson.isPresent()) {
            throw manifest.error("has no configuration, so it is no image manifest");
        }
        Descriptor configDescriptor = Descriptor.read(configJson);
        if (!CONFIG_TYPES.contains(configDescriptor.mediaType())) {
            throw manifest.error(
                    "is an artifact of type '" + configDescriptor.mediaType() + "', not an image");
        }
        Blob configBlob = blobs.required(configDescriptor, "configuration");
        ConfigDocument config = ConfigDocument.read(blobs.verified(configBlob, configDescriptor));
        List<Layer> layers = layers(manifest, config);
        String name = chosen.top().name();
        ImageDescription description =
                new ImageDescription(
                        kind,
                        reference,
                        Optional.of(configDescriptor.digest()),
                        chosen.digests(),
                        name.isEmpty() ? List.of() : List.of(name),
                        config.platform().or(chosen::platform).map(Platform::toString).orElse(""),
                        layers.stream().mapToLong(layer -> layer.description().size()).sum(),
                        config.created(),
                        config.config(),
                        ConfigDocument.texts(manifest.get("annotations")));
        List<Problem> all = new ArrayList<>(store.problems());
        all.addAll(problems.problems());
        return new StoredImage(description, layers, all, new OciAttachments(blobs, chosen), store);
    }

    private List<Layer> layers(Json manifest, ConfigDocument config) throws IOException {
        List<Json> items = manifest.get("layers").items();
        limits.check(Limit.LAYERS, items.size(), store.where());
        if (items.size() != config.diffIds().size()) {
            throw new ImageFormatException(
                    store.where()
                            + ": the manifest names "
                            + items.size()
                            + " layers, the configuration "
                            + config.diffIds().size()
                            + "; the image is damaged or was altered");
        }
        List<String> instructions = config.instructions();
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Descriptor descriptor = Descriptor.read(items.get(i));
            String createdBy = i < instructions.size() ? instructions.get(i) : "";
            layers.add(
                    layer(
                            descriptor,
                            new LayerDescription(
                                    Optional.of(config.diffIds().get(i)),
                                    Optional.of(descriptor.digest()),
                                    descriptor.size(),
                                    descriptor.mediaType(),
                                    createdBy,
                                    "layer "
                                            + (i + 1)
                                            + " of "
                                            + items.size()
                                            + " ("
                                            + descriptor.digest()
                                            + ")")));
        }
        return layers;
    }

    private Layer layer(Descriptor descriptor, LayerDescription description) throws IOException {
        if (descriptor.isEncryptedLayer()) {
            return new MissingLayer(
                    description, ProblemKind.ENCRYPTED, description.name() + " is encrypted");
        }
        Optional<Blob> blob = store.find(descriptor.path());
        if (blob.isPresent()) {
            Promise promise =
                    new Promise(
                            description.digest(),
                            OptionalLong.of(descriptor.size()),
                            description.diffId(),
                            Optional.empty());
            return new StoredLayer(description, promise, blob.get(), limits);
        }
        return descriptor.isForeignLayer()
                ? new MissingLayer(
                        description,
                        ProblemKind.LEFT_OUT,
                        description.name()
                                + " is not distributed with the image and not in "
                                + store.where())
                : new MissingLayer(
                        description,
                        ProblemKind.MISSING,
                        description.name() + " is not in " + store.where());
    }
}
