package io.plimsoll.image;

import io.plimsoll.model.Digest;
import java.util.Optional;

/// What an image says about one of its layers before it is read.
///
/// @param diffId digest of the uncompressed layer as the configuration promises it
/// @param digest digest of the stored blob as the manifest or the blob's name promises it
/// @param size bytes of the stored blob; 0 where unknown
/// @param mediaType as the manifest states it, empty where nothing does; the compression is told by
///     the bytes, not by this
/// @param createdBy the instruction that made it, empty where unknown
/// @param name the layer for messages: its number and where its bytes lie
public record LayerDescription(
        Optional<Digest> diffId,
        Optional<Digest> digest,
        long size,
        String mediaType,
        String createdBy,
        String name) {}
