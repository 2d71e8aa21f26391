package io.plimsoll.image.oci;

import io.plimsoll.image.Attachments;
import io.plimsoll.image.Image;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.Platform;
import io.plimsoll.image.json.Json;
import io.plimsoll.image.layer.Blob;
import io.plimsoll.image.problem.ProblemLog;
import io.plimsoll.image.store.BlobStore;
import io.plimsoll.image.store.DirectoryStore;
import io.plimsoll.image.store.Documents;
import io.plimsoll.image.store.TarStore;
import io.plimsoll.model.Digest;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens images in the OCI image layout: `oci-layout`, `index.json` and `blobs/`.
///
/// Source: OCI image specification, `image-layout.md`.
public final class OciLayout {
    static final String INDEX = "index.json";

    private OciLayout() {}

    /// Opens a layout in a folder.
    ///
    /// @throws io.plimsoll.image.ImageNotFoundException if the folder, the name or the platform is
    ///     not there
    /// @throws ImageFormatException if it is no layout, or contradicts itself
    public static Image openDirectory(Path folder, OpenOptions options) throws IOException {
        return open(DirectoryStore.open(folder), "oci-dir", folder.toString(), options);
    }

    /// Opens a layout in a tar file, compressed or not.
    ///
    /// @throws io.plimsoll.image.ImageNotFoundException if the file, the name or the platform is
    ///     not there
    /// @throws ImageFormatException if it is no layout, or contradicts itself
    public static Image openArchive(Path file, OpenOptions options)
            throws IOException, InterruptedException {
        return open(TarStore.open(file, options), "oci-archive", file.toString(), options);
    }

    /// Opens a layout in any store, which is closed with the image, or at once where this fails.
    ///
    /// @param kind and reference name the target in the report
    /// @throws io.plimsoll.image.ImageNotFoundException if the name or the platform is not there
    /// @throws ImageFormatException if it is no layout, or contradicts itself
    public static Image open(BlobStore store, String kind, String reference, OpenOptions options)
            throws IOException {
        try {
            Json index = new Documents(options.limits()).json(index(store));
            return open(store, index, kind, reference, options);
        } catch (IOException | RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    /// Opens an image of blobs that have no index of their own. The image closes the store, and so
    /// does a failure.
    ///
    /// @param store holds `blobs/ALGORITHM/HEX`
    /// @param index in the form of an `index.json`
    /// @param kind what the image is called in its description
    /// @throws io.plimsoll.image.ImageNotFoundException if the name or the platform is not there
    /// @throws ImageFormatException if a document is damaged
    public static Image open(
            BlobStore store, Json index, String kind, String reference, OpenOptions options)
            throws IOException {
        try {
            Documents documents = new Documents(options.limits());
            Candidates candidates = new Candidates(store, documents);
            ProblemLog problems = new ProblemLog(kind);
            Choice choice = new Choice(store.where(), options, candidates, problems);
            Candidate chosen = choice.of(candidates.of(index));
            return new OciImage(store, candidates, options.limits(), chosen)
                    .open(kind, reference, problems);
        } catch (IOException | RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    /// The platforms that the first image of a layout is there for, in the order of its index.
    public static List<Platform> platforms(BlobStore store, OpenOptions options)
            throws IOException {
        Documents documents = new Documents(options.limits());
        Candidates candidates = new Candidates(store, documents);
        List<Candidate> all = candidates.of(documents.json(index(store)));
        String name = all.isEmpty() ? "" : all.getFirst().top().name();
        List<Candidate> group =
                all.stream()
                        .filter(each -> each.stored() && each.top().name().equals(name))
                        .toList();
        return candidates.withPlatforms(group).stream()
                .flatMap(each -> each.platform().stream())
                .distinct()
                .toList();
    }

    private static Blob index(BlobStore store) throws IOException {
        Optional<Blob> index = store.find(INDEX);
        if (index.isPresent()) {
            return index.get();
        }
        List<Problem> problems = store.problems();
        String why = problems.isEmpty() ? "" : " (" + problems.getFirst().reason() + ")";
        String hint =
                store.find("manifest.json").isPresent()
                        ? "; it holds manifest.json: open it as docker-archive:"
                        : "";
        throw new ImageFormatException(
                store.where() + " holds no index.json, so it is no OCI layout" + why + hint);
    }

    /// An image of a layout that was opened by other means.
    ///
    /// @param digests of its manifest, and of the indexes that lead to it; none where it is in no
    ///     layout
    public record Known(List<Digest> digests, Attachments attachments) {
        private static final Known NOTHING = new Known(List.of(), Attachments.NONE);

        public Known {
            digests = List.copyOf(digests);
        }
    }

    /// The image that has a configuration, where an archive of `docker save` holds a layout too. What is
    /// wrong with that layout does not concern an image that was opened without it.
    public static Known known(BlobStore store, Documents documents, Digest config)
            throws IOException {
        Optional<Blob> index = store.find(INDEX);
        if (index.isEmpty()) {
            return Known.NOTHING;
        }
        try {
            Candidates candidates = new Candidates(store, documents);
            for (Candidate candidate : candidates.of(documents.json(index.get()))) {
                if (candidate.stored() && config.equals(configOf(candidates, candidate))) {
                    return new Known(
                            candidate.digests(), new OciAttachments(candidates, candidate));
                }
            }
        } catch (ImageFormatException | LimitExceededException unusable) {
            return Known.NOTHING;
        }
        return Known.NOTHING;
    }

    private static Digest configOf(Candidates candidates, Candidate candidate) throws IOException {
        Descriptor manifest = candidate.manifest();
        Json json = candidates.verified(candidates.required(manifest, "manifest"), manifest);
        return Descriptor.read(json.get("config")).digest();
    }
}
