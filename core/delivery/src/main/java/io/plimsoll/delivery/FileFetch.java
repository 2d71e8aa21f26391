package io.plimsoll.delivery;

import io.plimsoll.advisory.AdvisoryStoreException;
import io.plimsoll.advisory.AtomicFile;
import io.plimsoll.model.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Fetches files of a store and counts their bytes. A file is held against its size and digest while
/// it comes; one that is not as it should be gets no name.
final class FileFetch {
    private static final int BUFFER = 64 * 1024;

    private final StoreOrigin origin;
    private long bytes;

    FileFetch(StoreOrigin origin) {
        this.origin = origin;
    }

    /// Bytes that came, those of files that were refused included.
    long bytes() {
        return bytes;
    }

    void count(long more) {
        bytes += more;
    }

    /// Fetches a file into a store.
    ///
    /// @throws AdvisoryStoreException if it is another one
    void into(Path target, Digest digest, long size) throws IOException, InterruptedException {
        String name = String.valueOf(target.getFileName());
        try (InputStream in = origin.file(name, digest, size)) {
            AtomicFile.writeForced(target, out -> copy(in, name, digest, size, out));
        }
    }

    /// Fetches a file into memory.
    ///
    /// @throws AdvisoryStoreException if it is another one
    byte[] get(String name, Digest digest, long size) throws IOException, InterruptedException {
        try (InputStream in = origin.file(name, digest, size)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            copy(in, name, digest, size, out);
            return out.toByteArray();
        }
    }

    private void copy(InputStream in, String name, Digest digest, long size, OutputStream out)
            throws IOException {
        MessageDigest computed = sha256();
        byte[] buffer = new byte[BUFFER];
        long came = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            came += count;
            bytes += count;
            if (came > size) {
                break;
            }
            computed.update(buffer, 0, count);
            out.write(buffer, 0, count);
        }
        if (came != size || !Digest.ofSha256(computed.digest()).equals(digest)) {
            throw new AdvisoryStoreException(
                    origin.name()
                            + " has another content in '"
                            + name
                            + "' than its index states ("
                            + (came > size ? "more than " + size : came + " of " + size)
                            + " bytes came)");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
