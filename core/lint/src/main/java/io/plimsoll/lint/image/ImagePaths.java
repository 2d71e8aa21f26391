package io.plimsoll.lint.image;

import java.util.Optional;

/// Looks up paths of an image.
public interface ImagePaths {
    /// The system package that owns a path; empty where none does.
    Optional<String> owner(String path);

    /// The path with its links followed, as far as they lead.
    String resolve(String path);
}
