package io.plimsoll.catalog.rpm;

import io.plimsoll.model.SourcePackage;
import java.util.Optional;

/// The file name of a source package: `bash-4.4.20-4.el8_6.src.rpm`.
final class SourceRpm {
    private SourceRpm() {}

    /// Name and version of the source. A source package has the epoch of what is built from it; the
    /// file name leaves it out.
    ///
    /// @param epoch `1:`, or empty
    /// @return nothing where the file name is not of the form name-version-release
    static Optional<SourcePackage> parse(String fileName, String epoch) {
        String stem = withoutEnd(fileName);
        int release = stem.lastIndexOf('-');
        int version = release < 0 ? -1 : stem.lastIndexOf('-', release - 1);
        if (version < 1 || version + 1 == release || release + 1 == stem.length()) {
            return Optional.empty();
        }
        return Optional.of(
                new SourcePackage(stem.substring(0, version), epoch + stem.substring(version + 1)));
    }

    private static String withoutEnd(String fileName) {
        for (String end : new String[] {".src.rpm", ".nosrc.rpm"}) {
            if (fileName.endsWith(end)) {
                return fileName.substring(0, fileName.length() - end.length());
            }
        }
        return fileName;
    }
}
