package io.plimsoll.image;

import io.plimsoll.model.Problem;
import java.util.List;

/// An opened image: what it says about itself, and its layers as verified streams.
///
/// Immutable but for {@link #close()}. Layers may be read in any order, more than once, and by
/// several threads at a time. Close it after every reading has ended; a layer read afterwards throws
/// an {@link IllegalStateException}.
public interface Image extends AutoCloseable {
    ImageDescription description();

    /// The layers, oldest first.
    List<Layer> layers();

    /// What opening the image found wrong or left out, sorted. Problems of one layer's content are
    /// in its {@link LayerResult}.
    List<Problem> problems();

    /// What lies beside the image and is about it.
    default Attachments attachments() {
        return Attachments.NONE;
    }

    /// Releases files and mappings. Closing twice does nothing.
    @Override
    void close();
}
