package io.plimsoll.engine;

import io.plimsoll.advisory.AtomicFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The files of the cache folder that the scanner made: entries of layers, and temporary files that
/// killed processes left. Whatever else lies there is neither counted nor touched.
///
/// Any number of processes may scan meanwhile: an entry that goes is read again from its layer.
public final class CacheContent {
    /// An entry that no scan has used for so long goes.
    private static final Duration UNUSED = Duration.ofDays(30);

    /// No temporary file is written to for so long by a process that lives: it is written in one go.
    private static final Duration ABANDONED = Duration.ofHours(1);

    private static final Duration BETWEEN_SWEEPS = Duration.ofDays(1);
    private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{2}/[0-9a-f]{62}");
    private static final Pattern SPOOL =
            Pattern.compile("\\.spool-\\d+-\\d+|plimsoll-[0-9a-f]+\\.spool");
    private static final String MARKER = ".swept";

    private final Path folder;
    private final Path layers;

    /// @param folder the cache folder; it need not exist
    public CacheContent(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.layers = layers(this.folder);
    }

    /// Where the entries of layers lie in a cache folder.
    static Path layers(Path folder) {
        return folder.resolve("layers");
    }

    /// Files of the cache, all or some.
    ///
    /// @param bytes all their bytes
    /// @param oldest when the one was used that was not used for longest; nothing where there is none
    /// @param newest when the one was used that was used last
    public record Status(
            long files, long bytes, Optional<Instant> oldest, Optional<Instant> newest) {
        private static final Status NONE = new Status(0, 0, Optional.empty(), Optional.empty());

        private Status plus(Found file) {
            Instant used = file.modified();
            return new Status(
                    files + 1,
                    bytes + file.size(),
                    Optional.of(oldest.filter(used::isAfter).orElse(used)),
                    Optional.of(newest.filter(used::isBefore).orElse(used)));
        }
    }

    /// What there is.
    public Status status() throws IOException {
        return walk(file -> true);
    }

    /// Removes entries that were last used before a time, and abandoned temporary files.
    ///
    /// @param now the time at which this happens
    /// @return what was removed
    public Status clear(Instant before, Instant now) throws IOException {
        return remove(before, now.minus(ABANDONED));
    }

    /// Removes what nobody uses any more, at most once a day.
    ///
    /// @param written a file of the cache that was written now: the time is the file system's own, so
    ///     that machines whose clocks differ may share a cache
    void sweep(Path written) {
        Path marker = layers.resolve(MARKER);
        try {
            Instant now = Files.getLastModifiedTime(written).toInstant();
            if (Files.exists(marker) && modified(marker).isAfter(now.minus(BETWEEN_SWEEPS))) {
                return;
            }
            AtomicFile.write(marker, out -> {});
            remove(now.minus(UNUSED), now.minus(ABANDONED));
        } catch (IOException notNow) {
            // Another scan will.
        }
    }

    /// Keeps an entry that was used from being removed as unused.
    ///
    /// @param day a day before the current one
    static void used(Path entry, Instant day) {
        try {
            if (modified(entry).isBefore(day)) {
                Files.setLastModifiedTime(entry, FileTime.from(day));
            }
        } catch (IOException gone) {
            // It is read from its layer again, one day.
        }
    }

    private Status remove(Instant unused, Instant abandoned) throws IOException {
        return walk(file -> {
            boolean isEntry = isEntry(file.path());
            if (!file.modified().isBefore(isEntry ? unused : abandoned)) {
                return false;
            }
            return Files.deleteIfExists(file.path());
        });
    }

    /// A file that was found.
    private record Found(Path path, long size, Instant modified) {}

    /// What is done with each.
    private interface Step {
        /// @return whether it counts
        boolean of(Found file) throws IOException;
    }

    private Status walk(Step step) throws IOException {
        Status[] status = {Status.NONE};
        SimpleFileVisitor<Path> visitor =
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path path, BasicFileAttributes facts)
                            throws IOException {
                        Instant modified = facts.lastModifiedTime().toInstant();
                        if (facts.isRegularFile() && isOurs(path)) {
                            Found file = new Found(path, facts.size(), modified);
                            if (step.of(file)) {
                                status[0] = status[0].plus(file);
                            }
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path path, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                };
        Files.walkFileTree(folder, Set.of(), 1, visitor);
        Files.walkFileTree(layers, Set.of(), 2, visitor);
        return status[0];
    }

    private boolean isOurs(Path path) {
        String name = path.getFileName().toString();
        return path.startsWith(layers)
                ? isEntry(path) || AtomicFile.isDraft(path)
                : SPOOL.matcher(name).matches();
    }

    private boolean isEntry(Path path) {
        return path.startsWith(layers)
                && ENTRY.matcher(layers.relativize(path).toString()).matches();
    }

    private static Instant modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }
}
