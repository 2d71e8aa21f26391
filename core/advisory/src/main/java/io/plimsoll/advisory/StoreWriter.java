package io.plimsoll.advisory;

import io.plimsoll.model.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Writes a store's files, each under another name first and renamed when whole: a reader sees the
/// old set or the new one, a killed writer leaves nothing under a final name.
public final class StoreWriter {
    private final Path folder;

    /// @param folder is made where it does not exist
    public StoreWriter(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /// Writes a segment's bytes under their digest.
    public Digest writeSegment(byte[] bytes) throws IOException {
        Digest digest = sha256(bytes);
        Path target = folder.resolve(digest.hex() + ".seg");
        if (!Files.exists(target) || Files.size(target) != bytes.length) {
            AtomicFile.write(target, out -> out.write(bytes));
        }
        return digest;
    }

    /// Makes a set of segments the current one.
    public void writeIndex(StoreIndex index) throws IOException {
        AtomicFile.write(folder.resolve(StoreIndex.FILE_NAME), out -> out.write(index.toBytes()));
    }

    /// The SHA-256 digest of bytes.
    public static Digest sha256(byte[] bytes) {
        try {
            return Digest.ofSha256(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
