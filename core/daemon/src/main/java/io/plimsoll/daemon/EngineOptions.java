package io.plimsoll.daemon;

import java.nio.file.Path;
import java.util.Optional;

/// How to reach the images of engines.
///
/// @param offline whether an engine may only be one of this machine, by a socket
/// @param export whether layers are always taken by the engine's export, where their digests can be
///     verified, and never read from its folders
/// @param containerdRoot the folder of containerd; empty for the one it uses unless told otherwise
/// @param namespace the namespace of containerd to look into; empty for the usual ones
public record EngineOptions(
        boolean offline,
        boolean export,
        Optional<Path> containerdRoot,
        Optional<String> namespace) {
    /// Folders where they can be read, the usual places.
    public static final EngineOptions STANDARD =
            new EngineOptions(false, false, Optional.empty(), Optional.empty());
}
