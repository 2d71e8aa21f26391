package io.plimsoll.engine;

import io.plimsoll.attest.AttestationFormatException;
import io.plimsoll.attest.signature.SignatureCheck;
import io.plimsoll.attest.signature.SignatureDocument;
import io.plimsoll.attest.signature.Signatures;
import io.plimsoll.attest.signature.Subjects;
import io.plimsoll.attest.signature.TrustedKey;
import io.plimsoll.image.Attachment;
import io.plimsoll.image.Attachments;
import io.plimsoll.image.Image;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.model.Digest;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Checks the signatures of images by public keys. The layers are not read: what is signed is the
/// manifest, which names them by their digests, and a scan holds them against those.
public final class ImageSignatures {
    private ImageSignatures() {}

    /// Whether a target is signed by one of some keys.
    ///
    /// @throws IllegalArgumentException if the target is no image
    /// @throws IOException if the target, or what lies beside it, could not be read
    public static SignatureCheck check(
            Target target, List<TrustedKey> keys, ScanOptions options, Progress progress)
            throws IOException, InterruptedException {
        try (Image image = open(target, options, progress)) {
            progress.phase("checking signatures");
            return check(image, keys, options.limits());
        }
    }

    /// Whether an image is signed by one of some keys.
    ///
    /// @param image not closed yet
    /// @throws IOException if what lies beside it could not be read
    public static SignatureCheck check(Image image, List<TrustedKey> keys, Limits limits)
            throws IOException {
        Attachments attachments = image.attachments();
        if (attachments.digests().isEmpty()) {
            return new SignatureCheck.NotChecked(
                    image.description().kind()
                            + ": has no manifest that could be signed; check it where it came from,"
                            + " as registry:NAME");
        }
        List<Document> documents = attachments.signatures().stream().map(Document::new).toList();
        return new Signatures(keys, limits).check(documents, new Manifests(attachments));
    }

    private static Image open(Target target, ScanOptions options, Progress progress)
            throws IOException, InterruptedException {
        return TargetImage.open(target, options, progress)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'" + target.reference() + "' is no image; only images are signed"))
                .image();
    }

    /// An attached document as one that may hold a signature.
    private record Document(Attachment attachment) implements SignatureDocument {
        @Override
        public String mediaType() {
            return attachment.mediaType();
        }

        @Override
        public Map<String, String> annotations() {
            return attachment.annotations();
        }

        @Override
        public byte[] bytes() throws IOException {
            try {
                return attachment.content().bytes();
            } catch (ImageFormatException | LimitExceededException broken) {
                throw new AttestationFormatException(
                        "cannot be read: " + broken.getMessage(), broken);
            }
        }
    }

    /// The manifest of an image and the indexes that led to it.
    private record Manifests(Attachments attachments) implements Subjects {
        @Override
        public List<Digest> digests() {
            return attachments.digests();
        }

        @Override
        public byte[] document(Digest digest) throws IOException {
            return attachments.document(digest);
        }
    }
}
