package io.plimsoll.engine;

/// Which files of an image count.
public enum Scope {
    /// Those that are there in the end, after every layer.
    SQUASHED,
    /// Those of every layer, also where a later one replaces or deletes them: whoever has the image
    /// can still read them.
    ALL_LAYERS
}
