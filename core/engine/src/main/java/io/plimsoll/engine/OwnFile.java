package io.plimsoll.engine;

import java.util.Optional;

/// A file or link of the layers that the Dockerfile made, as it is in the end.
///
/// @param path absolute
/// @param size bytes
/// @param layer number of its layer, oldest 0
/// @param owner the system package whose file it is; empty where there is none
/// @param target what a link leads to, as written; empty for a file
/// @param program what it needs, where it is a native program or library that no package owns
public record OwnFile(
        String path,
        long size,
        int layer,
        String owner,
        String target,
        Optional<NativeProgram> program) {}
