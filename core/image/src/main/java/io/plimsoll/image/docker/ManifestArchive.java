package io.plimsoll.image.docker;

import io.plimsoll.image.Image;
import io.plimsoll.image.ImageDescription;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.image.Layer;
import io.plimsoll.image.LayerDescription;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.Platform;
import io.plimsoll.image.config.ConfigDocument;
import io.plimsoll.image.config.ImageNames;
import io.plimsoll.image.json.Json;
import io.plimsoll.image.layer.Blob;
import io.plimsoll.image.layer.Hash;
import io.plimsoll.image.layer.MissingLayer;
import io.plimsoll.image.layer.Promise;
import io.plimsoll.image.layer.StoredLayer;
import io.plimsoll.image.oci.OciLayout;
import io.plimsoll.image.problem.ProblemLog;
import io.plimsoll.image.store.BlobStore;
import io.plimsoll.image.store.Documents;
import io.plimsoll.image.store.StoredImage;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// An archive with a `manifest.json`: an array of images, each with `Config`, `RepoTags`, `Layers`.
///
/// Source: Docker image specification 1.2, "Combined Image JSON + Filesystem Changeset Format".
final class ManifestArchive {
    static final String MANIFEST = "manifest.json";

    private final BlobStore store;
    private final String reference;
    private final OpenOptions options;
    private final Documents documents;
    private final ProblemLog problems = new ProblemLog(DockerArchive.KIND);

    ManifestArchive(BlobStore store, String reference, OpenOptions options) {
        this.store = store;
        this.reference = reference;
        this.options = options;
        this.documents = new Documents(options.limits());
    }

    /// One image of the manifest.
    private record Entry(String configPath, List<String> tags, List<String> layerPaths) {
        String name() {
            return tags.isEmpty() ? configPath : String.join(", ", tags);
        }
    }

    /// A configuration with its digest.
    private record Config(ConfigDocument document, Digest digest) {}

    Image open(Blob manifest) throws IOException {
        Entry entry = choose(entries(documents.json(manifest)));
        Config config = config(entry);
        List<Layer> layers = layers(entry, config.document());
        OciLayout.Known known = OciLayout.known(store, documents, config.digest());
        ImageDescription description =
                new ImageDescription(
                        DockerArchive.KIND,
                        reference,
                        Optional.of(config.digest()),
                        known.digests(),
                        entry.tags(),
                        config.document().platform().map(Platform::toString).orElse(""),
                        layers.stream().mapToLong(layer -> layer.description().size()).sum(),
                        config.document().created(),
                        config.document().config());
        List<Problem> all = new ArrayList<>(store.problems());
        all.addAll(problems.problems());
        return new StoredImage(description, layers, all, known.attachments(), store);
    }

    private List<Entry> entries(Json manifest) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Json item : manifest.items()) {
            List<String> layers = item.get("Layers").texts();
            options.limits().check(Limit.LAYERS, layers.size(), store.where());
            entries.add(
                    new Entry(
                            item.get("Config").requiredText(),
                            item.get("RepoTags").texts(),
                            layers));
        }
        if (entries.isEmpty()) {
            throw manifest.error("names no image");
        }
        return entries;
    }

    private Entry choose(List<Entry> entries) throws IOException {
        Entry chosen = entries.getFirst();
        if (options.reference().isPresent()) {
            String wanted = options.reference().get();
            chosen =
                    entries.stream()
                            .filter(entry -> isNamed(entry, wanted))
                            .findFirst()
                            .orElseThrow(() -> notThere(wanted, entries));
        }
        for (Entry entry : entries) {
            if (entries.size() > 1 && !entry.equals(chosen)) {
                problems.add(
                        "",
                        ProblemKind.LEFT_OUT,
                        "another image of the archive: " + ProblemLog.quote(entry.name()));
            }
        }
        return chosen;
    }

    private static boolean isNamed(Entry entry, String wanted) {
        Optional<Digest> stated = MemberName.configDigest(entry.configPath());
        return entry.tags().stream().anyMatch(tag -> ImageNames.matches(wanted, tag))
                || stated.filter(digest -> digest.toString().equals(wanted)).isPresent();
    }

    private ImageNotFoundException notThere(String wanted, List<Entry> entries) {
        List<String> names = entries.stream().map(Entry::name).toList();
        return new ImageNotFoundException(
                store.where() + " holds no image '" + wanted + "'; it holds " + names);
    }

    private Config config(Entry entry) throws IOException {
        Blob blob =
                store.find(entry.configPath())
                        .orElseThrow(() ->
                                new ImageFormatException(
                                        store.where()
                                                + " lacks the configuration '"
                                                + entry.configPath()
                                                + "' that its manifest.json names"));
        Optional<Digest> stated = MemberName.configDigest(entry.configPath());
        byte[] bytes = documents.bytes(blob);
        Digest digest = Hash.of(bytes, stated.map(Digest::algorithm).orElse("sha256"));
        Json json =
                stated.isPresent()
                        ? documents.json(blob, stated.get(), OptionalLong.empty())
                        : documents.json(blob);
        return new Config(ConfigDocument.read(json), digest);
    }

    private List<Layer> layers(Entry entry, ConfigDocument config) throws IOException {
        List<String> paths = entry.layerPaths();
        if (paths.size() != config.diffIds().size()) {
            throw new ImageFormatException(
                    store.where()
                            + ": manifest.json names "
                            + paths.size()
                            + " layers, the configuration "
                            + config.diffIds().size()
                            + "; the image is damaged or was altered");
        }
        List<String> instructions = config.instructions();
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            String createdBy = i < instructions.size() ? instructions.get(i) : "";
            String name = "layer " + (i + 1) + " of " + paths.size() + " ('" + paths.get(i) + "')";
            layers.add(layer(paths.get(i), config.diffIds().get(i), createdBy, name));
        }
        return layers;
    }

    private Layer layer(String path, Digest diffId, String createdBy, String name)
            throws IOException {
        Optional<Digest> digest = MemberName.blobDigest(path);
        Optional<Blob> blob = store.find(path);
        long size = blob.map(Blob::size).orElse(0L);
        LayerDescription description =
                new LayerDescription(Optional.of(diffId), digest, size, "", createdBy, name);
        if (blob.isEmpty()) {
            return new MissingLayer(
                    description, ProblemKind.MISSING, name + " is not in " + store.where());
        }
        Promise promise =
                new Promise(
                        digest,
                        OptionalLong.empty(),
                        Optional.of(diffId),
                        MemberName.eitherDigest(path));
        return new StoredLayer(description, promise, blob.get(), options.limits());
    }
}
