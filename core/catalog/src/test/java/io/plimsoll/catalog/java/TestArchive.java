package io.plimsoll.catalog.java;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.TestFile;
import io.plimsoll.model.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes zip archives byte by byte, right ones and wrong ones.
final class TestArchive {
    private final ByteArrayOutputStream locals = new ByteArrayOutputStream();
    private final ByteArrayOutputStream central = new ByteArrayOutputStream();
    private int entries;

    /// Adds a stored entry.
    TestArchive stored(String name, byte[] content) {
        return entry(name, 0, content, content.length, content);
    }

    TestArchive deflated(String name, byte[] content) {
        return entry(name, 8, deflate(content), content.length, content);
    }

    /// Adds a deflated entry that states another size than it has.
    TestArchive lying(String name, byte[] content, int size) {
        return entry(name, 8, deflate(content), size, content);
    }

    /// Adds an entry of another compression method.
    TestArchive method(String name, int method) {
        return entry(name, method, new byte[] {1, 2, 3}, 3, new byte[3]);
    }

    /// Adds an entry to the directory alone, which points at a local header of another.
    TestArchive inDirectoryOnly(String name, int position, int size) {
        central(name, 0, 0, size, size, position);
        return this;
    }

    int length() {
        return locals.size();
    }

    byte[] bytes() {
        byte[] bytes = new byte[locals.size() + central.size() + 22];
        ByteBuffer all = order(bytes);
        all.put(locals.toByteArray()).put(central.toByteArray());
        all.putInt(0x06054b50).putInt(0).putShort((short) entries).putShort((short) entries);
        all.putInt(central.size()).putInt(locals.size()).putShort((short) 0);
        return bytes;
    }

    static byte[] pom(String group, String artifact, String version) {
        return text("groupId=%s\nartifactId=%s\nversion=%s\n".formatted(group, artifact, version));
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static Catalog read(byte[] bytes) throws Exception {
        return read(bytes, Limits.standard());
    }

    static Catalog read(byte[] bytes, Limits limits) throws Exception {
        TestFile file = TestFile.of("/a/app.jar", bytes).withLimits(limits);
        return new JavaArchiveCataloger().catalog(file);
    }

    private TestArchive entry(String name, int method, byte[] packed, int size, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        int crc = (int) sum.getValue();
        central(name, method, crc, packed.length, size, locals.size());
        byte[] nameBytes = text(name);
        byte[] bytes = new byte[30 + nameBytes.length];
        ByteBuffer header = order(bytes);
        header.putInt(0x04034b50).putShort((short) 20).putShort((short) 0);
        header.putShort((short) method).putInt(0).putInt(crc).putInt(packed.length).putInt(size);
        header.putShort((short) nameBytes.length).putShort((short) 0).put(nameBytes);
        locals.writeBytes(bytes);
        locals.writeBytes(packed);
        return this;
    }

    private void central(String name, int method, int crc, int packed, int size, int position) {
        byte[] nameBytes = text(name);
        byte[] bytes = new byte[46 + nameBytes.length];
        ByteBuffer header = order(bytes);
        header.putInt(0x02014b50).putInt(0x140014).putShort((short) 0).putShort((short) method);
        header.putInt(0).putInt(crc).putInt(packed).putInt(size);
        header.putShort((short) nameBytes.length).putLong(0).putInt(0);
        header.putInt(42, position).position(46).put(nameBytes);
        central.writeBytes(bytes);
        entries++;
    }

    private static ByteBuffer order(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] deflate(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] part = new byte[64 * 1024];
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(content);
            deflater.finish();
            while (!deflater.finished()) {
                packed.write(part, 0, deflater.deflate(part));
            }
        }
        return packed.toByteArray();
    }

    /// A short form of what was found, such as `org.yaml:snakeyaml 1.26 pom-properties`.
    static List<String> found(Catalog catalog) {
        return catalog.packages().stream()
                .map(one ->
                        String.format(
                                Locale.ROOT,
                                "%s %s %s",
                                one.fullName(),
                                one.version(),
                                one.evidence().identifiedBy().word()))
                .toList();
    }
}
