package io.plimsoll.advisory;

import io.plimsoll.model.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

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
        write(digest.hex() + ".seg", bytes);
        return digest;
    }

    /// Writes a patch's bytes under their digest.
    public Digest writePatch(byte[] bytes) throws IOException {
        Digest digest = sha256(bytes);
        write(digest.hex() + ".patch", bytes);
        return digest;
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path target = folder.resolve(name);
        if (!Files.exists(target) || Files.size(target) != bytes.length) {
            AtomicFile.writeForced(target, out -> out.write(bytes));
        }
    }

    /// Makes a set of segments the current one.
    public void writeIndex(StoreIndex index) throws IOException {
        writeIndex(index.toBytes(), Optional.empty());
    }

    /// Makes a set of segments the current one.
    ///
    /// @param index the bytes that the signature vouches for
    public void writeIndex(byte[] index, Optional<byte[]> signature) throws IOException {
        Path signed = folder.resolve(StoreIndex.SIGNATURE_FILE_NAME);
        if (signature.isPresent()) {
            AtomicFile.writeForced(signed, out -> out.write(signature.get()));
        } else {
            Files.deleteIfExists(signed);
        }
        AtomicFile.writeForced(folder.resolve(StoreIndex.FILE_NAME), out -> out.write(index));
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
