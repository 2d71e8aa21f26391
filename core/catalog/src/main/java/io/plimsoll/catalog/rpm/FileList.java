package io.plimsoll.catalog.rpm;

import io.plimsoll.catalog.PathBudget;
import io.plimsoll.model.PathSet;
import java.util.List;

/// The files of a package. A header holds folders and names apart, the oldest ones whole paths.
final class FileList {
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
        PathBudget budget = new PathBudget(header.length());
        for (int i = 0; i < indexes.length; i++) {
            if (indexes[i] < 0 || indexes[i] >= folders.size()) {
                throw new DamagedException(
                        "folder %d of %d of a file".formatted(indexes[i], folders.size()));
            }
            String folder = folders.get(indexes[i]);
            if (!budget.take(folder.length() + names.get(i).length())) {
                throw new DamagedException("a file list far larger than its header");
            }
            paths.add(folder.concat(names.get(i)));
        }
        return paths.build();
    }
}
