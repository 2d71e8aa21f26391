package io.plimsoll.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// Writes tar archives, well-formed ones through Commons Compress and odd ones by raw blocks. The
/// same calls give the same bytes.
public final class TarBuilder {
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar =
            new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name());

    /// An empty archive with pax headers where names or numbers are too long for ustar.
    public TarBuilder() {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    /// Writes long names and large numbers as GNU tar does from here on.
    @CanIgnoreReturnValue
    public TarBuilder gnu() {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
        tar.setAddPaxHeadersForNonAsciiNames(false);
        return this;
    }

    /// An archive of these files, in order.
    public static byte[] of(Map<String, byte[]> files) {
        TarBuilder builder = new TarBuilder();
        files.forEach(builder::file);
        return builder.build();
    }

    @CanIgnoreReturnValue
    public TarBuilder file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    @CanIgnoreReturnValue
    public TarBuilder file(String path, byte[] content) {
        return file(path, content, 0644);
    }

    @CanIgnoreReturnValue
    public TarBuilder file(String path, byte[] content, int mode) {
        TarArchiveEntry entry = entry(path, TarConstants.LF_NORMAL);
        entry.setMode(mode);
        return put(entry, content);
    }

    /// A file with pax records beside those that its name and size need.
    @CanIgnoreReturnValue
    public TarBuilder file(String path, byte[] content, Map<String, String> pax) {
        TarArchiveEntry entry = entry(path, TarConstants.LF_NORMAL);
        pax.forEach(entry::addPaxHeader);
        return put(entry, content);
    }

    @CanIgnoreReturnValue
    public TarBuilder directory(String path) {
        return directory(path, 0755);
    }

    @CanIgnoreReturnValue
    public TarBuilder directory(String path, int mode) {
        TarArchiveEntry entry = entry(path.endsWith("/") ? path : path + "/", TarConstants.LF_DIR);
        entry.setMode(mode);
        return put(entry, new byte[0]);
    }

    @CanIgnoreReturnValue
    public TarBuilder symlink(String path, String target) {
        TarArchiveEntry entry = entry(path, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        return put(entry, new byte[0]);
    }

    @CanIgnoreReturnValue
    public TarBuilder hardlink(String path, String target) {
        TarArchiveEntry entry = entry(path, TarConstants.LF_LINK);
        entry.setLinkName(target);
        return put(entry, new byte[0]);
    }

    /// A hard link with the mode of its target, which engines give to the file once more.
    @CanIgnoreReturnValue
    public TarBuilder hardlink(String path, String target, int mode) {
        TarArchiveEntry entry = entry(path, TarConstants.LF_LINK);
        entry.setLinkName(target);
        entry.setMode(mode);
        return put(entry, new byte[0]);
    }

    @CanIgnoreReturnValue
    public TarBuilder fifo(String path) {
        return put(entry(path, TarConstants.LF_FIFO), new byte[0]);
    }

    @CanIgnoreReturnValue
    public TarBuilder device(String path, int major, int minor) {
        TarArchiveEntry entry = entry(path, TarConstants.LF_CHR);
        entry.setDevMajor(major);
        entry.setDevMinor(minor);
        return put(entry, new byte[0]);
    }

    /// Marks a path as deleted from the layers below.
    @CanIgnoreReturnValue
    public TarBuilder whiteout(String path) {
        int name = path.lastIndexOf('/') + 1;
        return file(path.substring(0, name) + ".wh." + path.substring(name), "");
    }

    /// Marks a folder whose content below is deleted.
    @CanIgnoreReturnValue
    public TarBuilder opaque(String directory) {
        return file(directory + "/.wh..wh..opq", "");
    }

    /// A header block that says what it is told, with a right checksum and no content.
    ///
    /// @param size in octal digits or whatever else the field is to hold, at most 11 bytes
    @CanIgnoreReturnValue
    public TarBuilder rawHeader(String name, char type, String size, String link) {
        byte[] block = new byte[BLOCK];
        put(block, 0, name);
        put(block, 100, "0000644");
        put(block, 108, "0000000");
        put(block, 116, "0000000");
        put(block, 124, size);
        put(block, 136, "00000000000");
        block[156] = (byte) type;
        put(block, 157, link);
        put(block, 257, "ustar\00000");
        return rawBlocks(withChecksum(block));
    }

    /// Bytes as they are, filled up with zeros to whole blocks.
    @CanIgnoreReturnValue
    public TarBuilder rawBlocks(byte[] content) {
        try {
            tar.flush();
            bytes.write(content);
            bytes.write(new byte[-content.length & (BLOCK - 1)]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    /// Puts the right checksum into a header block.
    public static byte[] withChecksum(byte[] block) {
        put(block, 148, "        ");
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += block[i] & 0xff;
        }
        String octal = Integer.toOctalString(sum);
        put(block, 148, "0".repeat(6 - octal.length()) + octal + "\0 ");
        return block;
    }

    /// The archive without its end mark.
    public byte[] buildOpen() {
        try {
            tar.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The archive.
    public byte[] build() {
        try {
            tar.flush();
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.write(bytes.toByteArray());
            whole.write(new byte[2 * BLOCK]);
            return whole.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static TarArchiveEntry entry(String path, byte type) {
        TarArchiveEntry entry = new TarArchiveEntry(path, type, true);
        entry.setModTime(0);
        return entry;
    }

    private TarBuilder put(TarArchiveEntry entry, byte[] content) {
        try {
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
            tar.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    private static void put(byte[] block, int offset, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(encoded, 0, block, offset, encoded.length);
    }
}
