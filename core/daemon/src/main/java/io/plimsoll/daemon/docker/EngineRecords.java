package io.plimsoll.daemon.docker;

import io.plimsoll.model.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What an engine has written down about its store.
interface EngineRecords {
    /// The file that should hold a configuration.
    Path config(Digest id);

    /// Checks that folders hold the layers that they should.
    ///
    /// @param diffIds of the layers, oldest first
    /// @param ids names of their folders, as many
    /// @throws UnfitFoldersException if they do not
    void check(List<Digest> diffIds, List<String> ids) throws IOException;
}
