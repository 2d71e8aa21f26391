package io.plimsoll.delivery;

import io.plimsoll.advisory.PatchInfo;
import io.plimsoll.advisory.SegmentInfo;
import io.plimsoll.advisory.StoreIndex;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Deletes files of a store that nobody needs: segments and patches a day after they left the current
/// set, since a reader that opened the store before may still want them.
public final class StoreCleaner {
    private static final Pattern FILE = Pattern.compile("[0-9a-f]{64}\\.(seg|patch)");
    private static final Duration KEPT = Duration.ofDays(1);

    private StoreCleaner() {}

    /// Cleans a store up.
    ///
    /// @param before the index that the current one has replaced
    /// @param now from which the day is counted
    public static void clean(Path store, StoreIndex before, StoreIndex current, Instant now)
            throws IOException {
        Set<String> kept = names(current);
        Set<String> left = names(before);
        left.removeAll(kept);
        for (String name : left) {
            touch(store.resolve(name), now);
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(store)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                boolean unneeded = FILE.matcher(name).matches() && !kept.contains(name);
                if (unneeded && isOlder(file, now.minus(KEPT))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void touch(Path file, Instant now) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(now));
        } catch (NoSuchFileException gone) {
            // Another process has cleaned up.
        }
    }

    private static boolean isOlder(Path file, Instant than) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(than);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static Set<String> names(StoreIndex index) {
        Set<String> names = new HashSet<>();
        index.segments().stream().map(SegmentInfo::fileName).forEach(names::add);
        index.patches().stream().map(PatchInfo::fileName).forEach(names::add);
        return names;
    }
}
