package io.plimsoll.image;

import io.plimsoll.model.Digest;
import java.io.IOException;
import java.util.List;

/// What lies beside an image where it is stored, and is about it. Nothing is read, and no registry is
/// asked, before one of the methods is called; each reads again. The image must not be closed yet.
public interface Attachments {
    /// Where there is nothing beside the image.
    Attachments NONE =
            new Attachments() {
                @Override
                public List<Digest> digests() {
                    return List.of();
                }

                @Override
                public List<Attachment> attestations() {
                    return List.of();
                }

                @Override
                public List<Attachment> statements() {
                    return List.of();
                }

                @Override
                public List<Attachment> signatures() {
                    return List.of();
                }

                @Override
                public byte[] document(Digest digest) throws ImageFormatException {
                    throw new ImageFormatException("the image has no manifest " + digest);
                }
            };

    /// Digests of the manifest and of the indexes that led to it, innermost first: computed from their
    /// bytes, which is not so of all that the image's description names.
    List<Digest> digests();

    /// The statements that the builder put into the image's own index, in its order: provenance, bills
    /// of materials. None, and nothing is asked for, where the index names none.
    ///
    /// @throws ImageFormatException if their manifest is damaged
    /// @throws IOException if it did not come
    List<Attachment> attestations() throws IOException;

    /// Statements that others attached to the image's manifest or to an index that led to it: by cosign's
    /// tag, as a referrer, or marked in a layout. A registry is asked, whether there are any or not. What
    /// cannot be read is a document that says so when it is read.
    ///
    /// @throws java.io.InterruptedIOException if the thread was interrupted
    List<Attachment> statements() throws IOException;

    /// What may be a signature of the image's manifest or of an index that led to it; found as
    /// {@link #statements}.
    ///
    /// @throws java.io.InterruptedIOException if the thread was interrupted
    List<Attachment> signatures() throws IOException;

    /// The manifest of the image, or an index that led to it.
    ///
    /// @param digest one of {@link #digests}
    /// @throws ImageFormatException if it is not there
    /// @throws IOException if it did not come
    byte[] document(Digest digest) throws IOException;
}
