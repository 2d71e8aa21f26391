package io.plimsoll.checks.facts;

/// What of a layer was searched for secrets.
///
/// @param files text files that were searched
/// @param bytes of them
/// @param binaries files that were not, because they are no text
/// @param binaryBytes of them
/// @param cut text files of which only a part was searched
public record Searched(long files, long bytes, long binaries, long binaryBytes, long cut) {
    public static final Searched NOTHING = new Searched(0, 0, 0, 0, 0);

    public Searched plus(Searched other) {
        return new Searched(
                files + other.files,
                bytes + other.bytes,
                binaries + other.binaries,
                binaryBytes + other.binaryBytes,
                cut + other.cut);
    }
}
