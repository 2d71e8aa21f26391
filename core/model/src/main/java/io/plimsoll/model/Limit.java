package io.plimsoll.model;

import java.util.Locale;

/// The limits that bound what an image can cost, each with its default. An image is written by
/// whoever wishes us harm: a limit is checked inside the stream, in one place.
public enum Limit {
    /// Entries of one layer or archive.
    ENTRIES(5_000_000, "entries in one layer"),
    /// Bytes of one entry as its header states them.
    ENTRY_SIZE(64 * Limit.GIB, "bytes in one entry"),
    /// Bytes of one file that a cataloger may ask for.
    FILE_SIZE(2 * Limit.GIB - 64 * Limit.KIB, "bytes in one file that is analysed"),
    /// Bytes of a file that is held in memory at once, such as a package database in a compressed
    /// layer.
    MEMORY_FILE(256 * Limit.MIB, "bytes held in memory for one file"),
    /// Bytes of one text that is searched for secrets.
    TEXT_FILE(64 * Limit.MIB, "bytes of one text that are searched for secrets"),
    /// Characters of a path.
    PATH_LENGTH(64 * Limit.KIB, "characters in a path"),
    /// Archives within archives.
    NESTING(8, "archives inside one another"),
    /// Bytes out for each byte in, above the first 64 MiB of output.
    EXPANSION_RATIO(2_000, "times its compressed size"),
    /// Bytes that all the archives inside one file may expand to together.
    NESTED_SIZE(4 * Limit.GIB, "bytes expanded from one archive and those inside it"),
    /// Nested arrays and objects of a JSON document.
    JSON_DEPTH(200, "levels of JSON"),
    /// Bytes of a JSON document that describes an image.
    MANIFEST_SIZE(16 * Limit.MIB, "bytes in a manifest or configuration"),
    /// Characters of one line of a text format.
    LINE_LENGTH(64 * Limit.MIB, "characters in a line"),
    /// Layers of one image.
    LAYERS(20_000, "layers"),
    /// Packages that one file may yield.
    PACKAGES(500_000, "packages from one file");

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;
    private static final long GIB = 1024 * MIB;

    private final long standard;
    private final String unit;

    Limit(long standard, String unit) {
        this.standard = standard;
        this.unit = unit;
    }

    /// The value that holds where nobody sets another.
    public long standard() {
        return standard;
    }

    /// What the number counts, for messages: "bytes in one entry".
    public String unit() {
        return unit;
    }

    /// The command-line flag that changes it: `--max-entry-size`.
    public String flag() {
        return "--max-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
