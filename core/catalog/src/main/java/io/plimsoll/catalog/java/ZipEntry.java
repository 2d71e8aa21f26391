package io.plimsoll.catalog.java;

/// An entry whose content matters.
///
/// @param name path inside the archive as the archive spells it
record ZipEntry(String name, ZipHeader header) {
    /// The last part of the name.
    String lastName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /// The folder of the entry with a slash at its end, empty at the root.
    String folder() {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }
}
