package io.plimsoll.truth;

import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.model.ImagePath;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// A few files of a root file system, read from its archive into memory.
final class RootFileSystem {
    private final Map<String, byte[]> files;

    private RootFileSystem(Map<String, byte[]> files) {
        this.files = Map.copyOf(files);
    }

    /// Reads the files whose path is wanted.
    ///
    /// @param archive a tar file, compressed with gzip or xz
    static RootFileSystem read(Path archive, Predicate<String> wanted) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(plain(archive, raw))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                Optional<String> path = ImagePath.normalize(entry.getName());
                if (entry.isFile() && path.isPresent() && wanted.test(path.get())) {
                    files.put(path.get(), tar.readAllBytes());
                }
                entry = tar.getNextEntry();
            }
        }
        return new RootFileSystem(files);
    }

    /// One file.
    ///
    /// @throws FileNotFoundException if the archive does not hold it
    CatalogFile file(String path) throws FileNotFoundException {
        byte[] content = files.get(path);
        if (content == null) {
            throw new FileNotFoundException(path);
        }
        return new HeldFile(path, content, files);
    }

    private static InputStream plain(Path archive, InputStream raw) throws IOException {
        return archive.toString().endsWith(".xz")
                ? new XZInputStream(raw)
                : new GZIPInputStream(raw);
    }
}
