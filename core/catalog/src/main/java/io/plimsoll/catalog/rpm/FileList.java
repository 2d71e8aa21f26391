package io.plimsoll.catalog.rpm;

import io.plimsoll.model.PathSet;
import java.util.List;

/// The files of a package. A header holds folders and names apart, the oldest ones whole paths.
final class FileList {
    /// How many times its header's length the paths may have together. Real headers stay below 4;
    /// a made one could name a long folder a million times.
    private static final int MAX_EXPANSION = 16;

    private static final int FREE_LENGTH = 1024 * 1024;

    private FileList() {}

    static PathSet read(Header header) throws DamagedException {
        PathSet.Builder paths = PathSet.builder();
        if (!header.has(Header.BASE_NAMES)) {
            header.strings(Header.OLD_FILE_NAMES).forEach(paths::add);
            return paths.build();
        }
        List<String> names = header.strings(Header.BASE_NAMES);
        List<String> folders = header.strings(Header.DIR_NAMES);
        int[] indexes = header.numbers(Header.DIR_INDEXES);
        if (indexes.length != names.size()) {
            throw new DamagedException(
                    "%d file names with %d folders".formatted(names.size(), indexes.length));
        }
        long left = FREE_LENGTH + (long) MAX_EXPANSION * header.length();
        for (int i = 0; i < indexes.length; i++) {
            if (indexes[i] < 0 || indexes[i] >= folders.size()) {
                throw new DamagedException(
                        "folder %d of %d of a file".formatted(indexes[i], folders.size()));
            }
            String path = folders.get(indexes[i]).concat(names.get(i));
            left -= path.length();
            if (left < 0) {
                throw new DamagedException("a file list far larger than its header");
            }
            paths.add(path);
        }
        return paths.build();
    }
}
