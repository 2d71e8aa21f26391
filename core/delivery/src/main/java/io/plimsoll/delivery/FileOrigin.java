package io.plimsoll.delivery;

import io.plimsoll.advisory.AdvisoryStoreException;
import io.plimsoll.advisory.StoreIndex;
import io.plimsoll.model.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.Optional;
import java.util.zip.ZipException;

/// A store in a folder of this machine, or in one file that `db export` wrote.
public final class FileOrigin implements StoreOrigin {
    private final Path path;
    private final Path root;
    private final Optional<FileSystem> archive;

    private FileOrigin(Path path, Path root, Optional<FileSystem> archive) {
        this.path = path;
        this.root = root;
        this.archive = archive;
    }

    /// Opens a folder or a file.
    ///
    /// @throws AdvisoryStoreException if there is neither a folder nor an exported store
    public static FileOrigin open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new FileOrigin(path, path, Optional.empty());
        }
        if (!Files.isRegularFile(path)) {
            throw new AdvisoryStoreException("there is no folder and no file " + path);
        }
        try {
            FileSystem archive = FileSystems.newFileSystem(path);
            return new FileOrigin(path, archive.getPath("/"), Optional.of(archive));
        } catch (ZipException | ProviderNotFoundException other) {
            throw new AdvisoryStoreException(path + " is no exported advisory store", other);
        }
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public Optional<byte[]> signature(int most) throws IOException {
        return Files.exists(root.resolve(StoreIndex.SIGNATURE_FILE_NAME))
                ? Optional.of(small(StoreIndex.SIGNATURE_FILE_NAME, most))
                : Optional.empty();
    }

    @Override
    public byte[] index(int most) throws IOException {
        return small(StoreIndex.FILE_NAME, most);
    }

    private byte[] small(String name, int most) throws IOException {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new AdvisoryStoreException(
                        path + " has more than " + most + " bytes in '" + name + "'");
            }
            return bytes;
        }
    }

    @Override
    public InputStream file(String fileName, Digest digest, long size) throws IOException {
        return open(fileName);
    }

    private InputStream open(String name) throws IOException {
        Path file = root.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new AdvisoryStoreException(path + " has no '" + name + "'");
        }
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        if (archive.isPresent()) {
            archive.get().close();
        }
    }
}
