package io.plimsoll.checks.stack;

/// A path whose bytes in some layers are never seen.
///
/// @param bytes of all those layers
/// @param copies how many layers they are
/// @param deleted whether it is gone in the end
/// @param layer the index of the layer with the largest copy
/// @param largest bytes of that copy
public record WastedFile(
        String path, long bytes, int copies, boolean deleted, int layer, long largest) {
    WastedFile plus(int other, long size) {
        boolean larger = size > largest;
        return new WastedFile(
                path,
                bytes + size,
                copies + 1,
                deleted,
                larger ? other : layer,
                larger ? size : largest);
    }
}
