package io.plimsoll.lint.image;

import java.util.List;

/// A file, link or empty folder that an instruction of the Dockerfile left in the image, and that no system package
/// owns.
///
/// @param line of the instruction
/// @param target what a link leads to; empty for a file
/// @param kind whether it is a native program or library, a folder or anything else
/// @param needed libraries that it needs, by the names that the loader looks for
/// @param runPaths folders in which it looks first
public record BuiltFile(
        String path,
        long size,
        int line,
        String target,
        Kind kind,
        List<String> needed,
        List<String> runPaths) {
    /// What a file is.
    public enum Kind {
        /// Any other file, or a link.
        OTHER,
        /// A folder with nothing in it.
        FOLDER,
        /// A native program that needs no other file.
        STATIC,
        /// A native program or library that the loader completes.
        DYNAMIC
    }

    public BuiltFile {
        needed = List.copyOf(needed);
        runPaths = List.copyOf(runPaths);
    }
}
