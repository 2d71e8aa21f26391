package io.plimsoll.image.oci;

import io.plimsoll.image.Attachment;
import io.plimsoll.image.Attachments;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.json.Json;
import io.plimsoll.image.layer.Blob;
import io.plimsoll.model.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/// What lies beside an image in a layout.
///
/// Sources: BuildKit, `docs/attestations/attestation-storage.md`; cosign, `specs/SIGNATURE_SPEC.md`,
/// and `pkg/oci/layout` for the layouts that it saves; OCI distribution specification 1.1, "Listing
/// Referrers"; Sigstore, "Cosign bundle in OCI".
final class OciAttachments implements Attachments {
    /// Manifests beside one image that are looked at.
    private static final int MOST = 100;

    /// Documents in them. As many as cosign reads.
    private static final int MOST_DOCUMENTS = 1000;

    private final Candidates blobs;
    private final Candidate image;

    OciAttachments(Candidates blobs, Candidate image) {
        this.blobs = blobs;
        this.image = image;
    }

    @Override
    public List<Digest> digests() {
        return image.digests();
    }

    @Override
    public List<Attachment> attestations() throws IOException {
        if (blobs.attestations().isEmpty()) {
            return List.of();
        }
        List<Attachment> all = new ArrayList<>();
        List<Descriptor> listed =
                blobs.attestations().stream()
                        .filter(each -> each.isAbout(image.manifest().digest()))
                        .limit(MOST)
                        .toList();
        for (Descriptor each : listed) {
            // A copy of one platform of an index often leaves its attestations behind.
            if (blobs.store().find(each.path()).isPresent()) {
                addLayers(manifest(each), Beside::isStatement, all);
            }
        }
        return all;
    }

    @Override
    public List<Attachment> signatures() throws IOException {
        List<Attachment> all = new ArrayList<>();
        Set<Digest> seen = new LinkedHashSet<>();
        for (Digest subject : image.digests()) {
            Optional<Blob> tagged = blobs.store().tagged(Beside.signatureTag(subject));
            if (tagged.isPresent()) {
                addLayers(blobs.documents().json(tagged.get()), Beside::isSignature, all);
            }
            Optional<Blob> referrers = blobs.store().referrers(subject);
            if (referrers.isPresent()) {
                addReferrers(blobs.documents().json(referrers.get()), subject, seen, all);
            }
        }
        for (Descriptor each : blobs.beside()) {
            addKept(each, seen, all);
        }
        return all;
    }

    /// What a registry lists as referring to the image.
    private void addReferrers(Json index, Digest subject, Set<Digest> seen, List<Attachment> all)
            throws IOException {
        List<Json> items = index.get("manifests").items();
        for (Json item : items.subList(0, Math.min(MOST, items.size()))) {
            Descriptor descriptor = Descriptor.read(item);
            boolean wanted =
                    descriptor.artifactType().isEmpty()
                            || Beside.isSignature(descriptor.artifactType());
            if (wanted && seen.add(descriptor.digest())) {
                Json manifest = manifest(descriptor);
                if (refersTo(manifest, subject)) {
                    addLayers(manifest, Beside::isSignature, all);
                }
            }
        }
    }

    /// What a layout keeps beside its images. Where the descriptor does not say what it is about, the
    /// signature itself does, and whoever checks it looks there.
    private void addKept(Descriptor kept, Set<Digest> seen, List<Attachment> all)
            throws IOException {
        boolean about = image.digests().stream().map(Beside::signatureTag).anyMatch(kept::isTagged);
        boolean other = !about && Beside.isSignatureTag(kept.refName());
        if (other || seen.size() >= MOST || !seen.add(kept.digest())) {
            return;
        }
        if (blobs.store().find(kept.path()).isPresent()) {
            Json manifest = manifest(kept);
            boolean refers = manifest.get("subject").isPresent();
            if (!refers || image.digests().stream().anyMatch(each -> isSubject(manifest, each))) {
                addLayers(manifest, Beside::isSignature, all);
            }
        }
    }

    private static boolean isSubject(Json manifest, Digest subject) {
        try {
            return refersTo(manifest, subject);
        } catch (ImageFormatException damaged) {
            return false;
        }
    }

    private static boolean refersTo(Json manifest, Digest subject) throws ImageFormatException {
        return manifest.get("subject")
                .get("digest")
                .text()
                .filter(subject.toString()::equals)
                .isPresent();
    }

    private Json manifest(Descriptor descriptor) throws IOException {
        return blobs.verified(blobs.required(descriptor, "manifest"), descriptor);
    }

    private void addLayers(Json manifest, Predicate<String> wanted, List<Attachment> all)
            throws IOException {
        for (Json item : manifest.get("layers").items()) {
            Descriptor layer = Descriptor.read(item);
            if (wanted.test(layer.mediaType())) {
                if (all.size() == MOST_DOCUMENTS) {
                    throw new ImageFormatException(
                            blobs.store().where()
                                    + " has more than "
                                    + MOST_DOCUMENTS
                                    + " documents beside the image");
                }
                all.add(new Attachment(layer.mediaType(), layer.annotations(), () -> bytes(layer)));
            }
        }
    }

    private byte[] bytes(Descriptor descriptor) throws IOException {
        return blobs.documents()
                .bytes(
                        blobs.required(descriptor, "attached document"),
                        descriptor.digest(),
                        OptionalLong.of(descriptor.size()));
    }

    @Override
    public byte[] document(Digest digest) throws IOException {
        Optional<Blob> blob =
                image.digests().contains(digest)
                        ? blobs.store().find(Descriptor.path(digest))
                        : Optional.empty();
        return blobs.documents()
                .bytes(
                        blob.orElseThrow(() ->
                                new ImageFormatException(
                                        blobs.store().where() + " has no manifest " + digest)),
                        digest,
                        OptionalLong.empty());
    }
}
