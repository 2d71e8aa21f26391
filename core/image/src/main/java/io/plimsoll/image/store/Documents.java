package io.plimsoll.image.store;

import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.json.Json;
import io.plimsoll.image.layer.Blob;
import io.plimsoll.image.layer.Hash;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/// Reads the small documents that describe an image.
public final class Documents {
    private final Limits limits;

    public Documents(Limits limits) {
        this.limits = limits;
    }

    public Limits limits() {
        return limits;
    }

    /// All bytes of a blob.
    ///
    /// @throws io.plimsoll.model.LimitExceededException if there are more than
    ///     {@link Limit#MANIFEST_SIZE}
    public byte[] bytes(Blob blob) throws IOException {
        limits.check(Limit.MANIFEST_SIZE, blob.size(), blob.where());
        try (InputStream stream = blob.open()) {
            return stream.readAllBytes();
        }
    }

    /// A document that nothing vouches for.
    public Json json(Blob blob) throws IOException {
        return Json.parse(bytes(blob), limits, blob.where());
    }

    /// A document, after its bytes were found to be the promised ones.
    ///
    /// @throws ImageFormatException if they are not
    public Json json(Blob blob, Digest promised, OptionalLong size) throws IOException {
        return Json.parse(bytes(blob, promised, size), limits, blob.where());
    }

    /// All bytes of a blob, after they were found to be the promised ones.
    ///
    /// @throws ImageFormatException if they are not
    public byte[] bytes(Blob blob, Digest promised, OptionalLong size) throws IOException {
        byte[] bytes = bytes(blob);
        if (size.isPresent() && size.getAsLong() != bytes.length) {
            throw new ImageFormatException(
                    blob.where()
                            + " has "
                            + bytes.length
                            + " bytes, not "
                            + size.getAsLong()
                            + " as promised; the image is damaged or was altered");
        }
        Digest found = Hash.of(bytes, promised.algorithm());
        if (!found.equals(promised)) {
            throw new ImageFormatException(
                    blob.where()
                            + " has the digest "
                            + found
                            + ", not "
                            + promised
                            + " as promised; the image is damaged or was altered");
        }
        return bytes;
    }
}
