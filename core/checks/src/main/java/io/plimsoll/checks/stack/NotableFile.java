package io.plimsoll.checks.stack;

/// A file that is worth a look for its path.
///
/// @param name what it is, for messages
/// @param layer the index of the layer that holds it
public record NotableFile(
        NotableKind kind, String name, String path, long size, int layer, Fate fate) {}
