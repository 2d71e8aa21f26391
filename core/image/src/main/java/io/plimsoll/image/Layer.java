package io.plimsoll.image;

import java.io.IOException;
import java.util.Optional;
import java.util.function.LongConsumer;

/// One layer of an image: a change set over the layers below it.
public interface Layer {
    LayerDescription description();

    /// Names the stored bytes by the identity of the file that holds them: device, inode, size,
    /// modification and change time, and the position inside it. Equal text means that nothing has
    /// written to the file since, so a reader that verified the layer once need not do so again.
    /// Empty where the source has no such file.
    default Optional<String> identity() {
        return Optional.empty();
    }

    /// Streams every entry once, in the order of the archive, verifying the blob's digest and size
    /// and the diff id as the bytes pass.
    ///
    /// Bad content never throws: it becomes a problem of the result, and what could not be verified
    /// is said by {@link LayerResult#verified()}. All calls to the visitor and to `bytesRead` come
    /// from the calling thread.
    ///
    /// @param visitor receives the entries; an exception that it throws ends the reading and is
    ///     passed on, unless it is the failure of the entry's own stream
    /// @param bytesRead told how many bytes of the layer have been read since its last call; the
    ///     calls for a whole blob add up to its size
    /// @throws IOException if the visitor threw it, or the source failed as a whole
    /// @throws InterruptedException if the thread was interrupted
    LayerResult read(EntryVisitor visitor, LongConsumer bytesRead)
            throws IOException, InterruptedException;
}
