package io.plimsoll.catalog;

import java.io.IOException;

/// Reads one kind of file and says which packages it describes.
///
/// Stateless and safe for any number of threads: `catalog` may run for several files at once. It
/// knows no image, network, process or clock. The same bytes give the same result.
///
/// Bad content never throws: what can be read is returned, the rest becomes a
/// {@link io.plimsoll.model.Problem} with the byte or line where it stands. An empty file gives an
/// empty result, with a problem only where an empty file is wrong for its format. A limit that stops
/// the reading is a problem of kind `LIMIT`.
///
/// Long work checks {@link Thread#interrupted()} at least once for each megabyte or each thousand
/// records.
public interface Cataloger {
    /// A name of its own in lower case, such as `dpkg-status`. Part of the cache key.
    String id();

    /// Grows by one with each change that can change a result. Part of the cache key.
    int revision();

    /// Which files it wants.
    Selector selector();

    /// Reads one file.
    ///
    /// @throws IOException if the bytes did not come; never for bad content
    /// @throws InterruptedException if the thread was interrupted
    Catalog catalog(CatalogFile file) throws IOException, InterruptedException;
}
