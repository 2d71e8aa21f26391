package io.plimsoll.image.oci;

import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.Platform;
import io.plimsoll.image.config.ConfigDocument;
import io.plimsoll.image.json.Json;
import io.plimsoll.image.layer.Blob;
import io.plimsoll.image.store.BlobStore;
import io.plimsoll.image.store.Documents;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Finds the image manifests of a layout, through indexes within indexes.
///
/// Source: OCI image specification, `image-index.md`.
final class Candidates {
    private final BlobStore store;
    private final Documents documents;
    private final List<Candidate> found = new ArrayList<>();
    private final List<Descriptor> attestations = new ArrayList<>();
    private final List<Descriptor> beside = new ArrayList<>();
    private int descriptors;

    Candidates(BlobStore store, Documents documents) {
        this.store = store;
        this.documents = documents;
    }

    /// All images in the order of the index; what is about an image is none.
    List<Candidate> of(Json index) throws IOException {
        for (Json item : index.get("manifests").items()) {
            Descriptor top = Descriptor.read(item);
            descend(top, top, List.of(), 0);
        }
        return List.copyOf(found);
    }

    private void descend(Descriptor at, Descriptor top, List<Digest> indexes, int depth)
            throws IOException {
        documents.limits().check(Limit.NESTING, depth, store.where() + ", nested indexes");
        documents.limits().check(Limit.LAYERS, ++descriptors, store.where() + ", manifests");
        if (at.isAttestation()) {
            attestations.add(at);
            return;
        }
        if (Beside.is(at)) {
            beside.add(at);
            return;
        }
        Optional<Blob> blob = store.find(at.path());
        if (blob.isEmpty()) {
            if (!at.isIndex()) {
                found.add(new Candidate(at, top, indexes, at.platform(), false));
            }
            return;
        }
        boolean unknownType = at.mediaType().isEmpty();
        if (at.isIndex() || unknownType) {
            Json json = verified(blob.get(), at);
            if (at.isIndex() || json.get("manifests").isPresent()) {
                List<Digest> path = new ArrayList<>(List.of(at.digest()));
                path.addAll(indexes);
                for (Json item : json.get("manifests").items()) {
                    descend(Descriptor.read(item), top, path, depth + 1);
                }
                return;
            }
        }
        found.add(new Candidate(at, top, indexes, at.platform(), true));
    }

    BlobStore store() {
        return store;
    }

    Documents documents() {
        return documents;
    }

    /// The attestations that the indexes list, after {@link #of}.
    List<Descriptor> attestations() {
        return List.copyOf(attestations);
    }

    /// What the indexes list beside images and their attestations, after {@link #of}.
    List<Descriptor> beside() {
        return List.copyOf(beside);
    }

    /// The same candidates, each with a platform where its configuration states one.
    List<Candidate> withPlatforms(List<Candidate> candidates) throws IOException {
        List<Candidate> completed = new ArrayList<>();
        for (Candidate candidate : candidates) {
            boolean known = candidate.platform().isPresent() || !candidate.stored();
            completed.add(
                    known
                            ? candidate
                            : new Candidate(
                                    candidate.manifest(),
                                    candidate.top(),
                                    candidate.indexes(),
                                    platformOf(candidate.manifest()),
                                    true));
        }
        return completed;
    }

    private Optional<Platform> platformOf(Descriptor manifest) throws IOException {
        Json json = verified(required(manifest, "manifest"), manifest);
        if (!json.get("config").isPresent()) {
            return Optional.empty();
        }
        Descriptor config = Descriptor.read(json.get("config"));
        Optional<Blob> blob = store.find(config.path());
        return blob.isEmpty()
                ? Optional.empty()
                : ConfigDocument.read(verified(blob.get(), config)).platform();
    }

    Json verified(Blob blob, Descriptor descriptor) throws IOException {
        return documents.json(blob, descriptor.digest(), OptionalLong.of(descriptor.size()));
    }

    Blob required(Descriptor descriptor, String what) throws IOException {
        Optional<Blob> blob = store.find(descriptor.path());
        return blob.orElseThrow(() ->
                new ImageFormatException(
                        store.where()
                                + " lacks the "
                                + what
                                + " '"
                                + descriptor.path()
                                + "'; the layout is incomplete"));
    }
}
