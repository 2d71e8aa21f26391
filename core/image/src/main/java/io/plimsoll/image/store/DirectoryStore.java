package io.plimsoll.image.store;

import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.image.layer.Blob;
import io.plimsoll.image.memory.SegmentStream;
import io.plimsoll.model.ImagePath;
import io.plimsoll.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A folder as named blobs. A file is mapped when it is first read.
public final class DirectoryStore implements BlobStore {
    private final Path root;
    private final Arena arena = Arena.ofShared();

    private DirectoryStore(Path root) {
        this.root = root;
    }

    /// Opens a folder.
    ///
    /// @throws ImageNotFoundException if there is no such folder
    public static DirectoryStore open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            String what = Files.exists(folder) ? "is not a folder" : "does not exist";
            throw new ImageNotFoundException("'" + folder + "' " + what + "; a folder is needed");
        }
        return new DirectoryStore(folder.toRealPath());
    }

    @Override
    public String where() {
        return "'" + root + "'";
    }

    @Override
    public Optional<Blob> find(String path) throws IOException {
        Optional<String> normal = ImagePath.normalize(path);
        if (normal.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = root.resolve(normal.get().substring(1)).toRealPath();
            boolean inside = file.startsWith(root) && Files.isRegularFile(file);
            return inside
                    ? Optional.of(new FileBlob(file, Files.size(file), FileIdentity.of(file)))
                    : Optional.empty();
        } catch (NoSuchFileException | InvalidPathException missing) {
            return Optional.empty();
        }
    }

    @Override
    public List<Problem> problems() {
        return List.of();
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }

    /// A file of the folder.
    private final class FileBlob implements Blob {
        private final Path file;
        private final long size;
        private final Optional<String> identity;
        private @Nullable MemorySegment segment;

        FileBlob(Path file, long size, Optional<String> identity) {
            this.file = file;
            this.size = size;
            this.identity = identity;
        }

        @Override
        public String where() {
            return "'" + file + "'";
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public InputStream open() throws IOException {
            return new SegmentStream(segment());
        }

        @Override
        public Optional<MemorySegment> mapped() throws IOException {
            return Optional.of(segment());
        }

        @Override
        public Optional<String> identity() {
            return identity;
        }

        private synchronized MemorySegment segment() throws IOException {
            MemorySegment known = segment;
            if (known == null) {
                known = MappedFile.map(file, arena);
                segment = known;
            }
            return known;
        }
    }
}
