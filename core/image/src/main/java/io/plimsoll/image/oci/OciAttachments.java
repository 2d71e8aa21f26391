package io.plimsoll.image.oci;

import io.plimsoll.image.Attachment;
import io.plimsoll.image.Attachments;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.config.ConfigDocument;
import io.plimsoll.image.json.Json;
import io.plimsoll.image.layer.Blob;
import io.plimsoll.model.Digest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

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
                addLayers(manifest(each), Beside.STATEMENTS, all);
            }
        }
        return all;
    }

    @Override
    public List<Attachment> statements() throws IOException {
        return beside(Beside.STATEMENTS);
    }

    @Override
    public List<Attachment> signatures() throws IOException {
        return beside(Beside.SIGNATURES);
    }

    /// Reads manifests beside the image, or fails with what is wrong with them.
    private interface Reading {
        void run() throws IOException;
    }

    private List<Attachment> beside(Beside wanted) throws IOException {
        List<Attachment> all = new ArrayList<>();
        Set<Digest> seen = new LinkedHashSet<>();
        for (Digest subject : image.digests()) {
            orBroken(all, wanted, () -> addTagged(subject, wanted, all));
            orBroken(all, wanted, () -> addReferrers(subject, wanted, seen, all));
        }
        for (Descriptor each : blobs.beside()) {
            orBroken(all, wanted, () -> addKept(each, wanted, seen, all));
        }
        return all;
    }

    /// What cannot be read hinders nothing else: it becomes a document that says so when it is read.
    private static void orBroken(List<Attachment> all, Beside wanted, Reading reading)
            throws InterruptedIOException {
        try {
            reading.run();
        } catch (InterruptedIOException interrupted) {
            throw interrupted;
        } catch (IOException broken) {
            all.add(
                    new Attachment(
                            wanted.mediaType(),
                            Map.of(),
                            () -> {
                                throw broken;
                            }));
        }
    }

    private void addTagged(Digest subject, Beside wanted, List<Attachment> all) throws IOException {
        Optional<Blob> tagged = blobs.store().tagged(wanted.tag(subject));
        if (tagged.isPresent()) {
            addLayers(blobs.documents().json(tagged.get()), wanted, all);
        }
    }

    /// What a registry lists as referring to the image.
    private void addReferrers(Digest subject, Beside wanted, Set<Digest> seen, List<Attachment> all)
            throws IOException {
        Optional<Blob> referrers = blobs.store().referrers(subject);
        if (referrers.isEmpty()) {
            return;
        }
        List<Json> items = blobs.documents().json(referrers.get()).get("manifests").items();
        for (Json item : items.subList(0, Math.min(MOST, items.size()))) {
            orBroken(
                    all,
                    wanted,
                    () -> addReferrer(Descriptor.read(item), subject, wanted, seen, all));
        }
    }

    private void addReferrer(
            Descriptor referrer,
            Digest subject,
            Beside wanted,
            Set<Digest> seen,
            List<Attachment> all)
            throws IOException {
        String type = referrer.artifactType();
        if ((type.isEmpty() || wanted.takes(type)) && seen.add(referrer.digest())) {
            Json manifest = manifest(referrer);
            if (subject(manifest).filter(subject.toString()::equals).isPresent()) {
                addLayers(manifest, wanted, all);
            }
        }
    }

    /// What a layout keeps beside its images. Where neither its tag nor its manifest says what it is
    /// about, the document itself does, and whoever reads it looks there.
    private void addKept(Descriptor kept, Beside wanted, Set<Digest> seen, List<Attachment> all)
            throws IOException {
        boolean ofAnother =
                Beside.isTag(kept.refName())
                        && image.digests().stream().map(wanted::tag).noneMatch(kept::isTagged);
        boolean stored = blobs.store().find(kept.path()).isPresent();
        if (ofAnother || !stored || seen.size() >= MOST || !seen.add(kept.digest())) {
            return;
        }
        Json manifest = manifest(kept);
        Optional<String> subject = subject(manifest);
        if (subject.isEmpty()
                || image.digests().stream()
                        .anyMatch(each -> each.toString().equals(subject.get()))) {
            addLayers(manifest, wanted, all);
        }
    }

    private static Optional<String> subject(Json manifest) throws ImageFormatException {
        return manifest.get("subject").get("digest").text();
    }

    private Json manifest(Descriptor descriptor) throws IOException {
        return blobs.verified(blobs.required(descriptor, "manifest"), descriptor);
    }

    /// What a bundle is about stands at its manifest, not at its layer.
    private void addLayers(Json manifest, Beside wanted, List<Attachment> all) throws IOException {
        Map<String, String> common = ConfigDocument.texts(manifest.get("annotations"));
        for (Json item : manifest.get("layers").items()) {
            Descriptor layer = Descriptor.read(item);
            if (wanted.takes(layer.mediaType())) {
                if (all.size() == MOST_DOCUMENTS) {
                    throw new ImageFormatException(
                            blobs.store().where()
                                    + " has more than "
                                    + MOST_DOCUMENTS
                                    + " documents beside the image");
                }
                Map<String, String> annotations = new HashMap<>(common);
                annotations.putAll(layer.annotations());
                all.add(new Attachment(layer.mediaType(), annotations, () -> bytes(layer)));
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
