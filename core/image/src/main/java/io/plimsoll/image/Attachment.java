package io.plimsoll.image;

import java.io.IOException;
import java.util.Map;

/// A document that lies beside an image and is about it. It is read when its bytes are asked for.
///
/// @param mediaType as the manifest that holds it states it
/// @param annotations of its descriptor
/// @param content its bytes
public record Attachment(String mediaType, Map<String, String> annotations, Content content) {
    /// The bytes of a document, verified against its digest.
    @FunctionalInterface
    public interface Content {
        /// Reads them.
        ///
        /// @throws ImageFormatException if they are others, or are missing
        /// @throws io.plimsoll.model.LimitExceededException if there are more than
        ///     {@link io.plimsoll.model.Limit#MANIFEST_SIZE}
        /// @throws IOException if they did not come
        byte[] bytes() throws IOException;
    }

    public Attachment {
        annotations = Map.copyOf(annotations);
    }
}
