package io.plimsoll.acceptance;

import static io.plimsoll.acceptance.HostileCase.READ;
import static io.plimsoll.acceptance.HostileImages.file;

import io.plimsoll.acceptance.HostileLayouts.RawLayout;
import io.plimsoll.model.Digest;
import io.plimsoll.testkit.BlobCompression;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Little that becomes much.
final class HostileBombs {
    private static final int MIB = 1024 * 1024;
    private static final int MEMBER = 64 * MIB;
    private static final long SIX_GIB = 6L * 1024 * MIB;

    /// Takes seconds to compute; were it wrong, the layer would not be believed.
    private static final String SIX_GIB_ID =
            "sha256:46609cc5f1a45f59f526a93f73ecb316e5bf60b2738f9e59d09cddb0c6dce734";

    /// Never compared: the layer is given up before its end.
    private static final String GIVEN_UP = "sha256:" + "1".repeat(64);

    private static final int RECORDS = 2_000_000;

    private HostileBombs() {}

    static List<HostileCase> all() {
        List<HostileCase> all = new ArrayList<>();
        all.add(HostileCase.of("a layer that inflates to 6 GB", HostileBombs::sixGigabytes, 0));
        all.add(
                HostileCase.of(
                        "a dpkg status of 800 MB in 500,000 stanzas",
                        HostileBombs::longStanzas,
                        3,
                        "does not fit"));
        all.add(
                HostileCase.of(
                        "200,000 whiteouts of 4,000 characters",
                        HostileBombs::longWhiteouts,
                        3,
                        "does not fit"));
        for (BlobCompression each :
                List.of(BlobCompression.XZ, BlobCompression.BZIP2, BlobCompression.ZSTD)) {
            all.add(
                    HostileCase.of(
                            "a bomb in " + each.name().toLowerCase(java.util.Locale.ROOT),
                            folder -> bomb(folder, each),
                            3,
                            "--max-expansion-ratio"));
        }
        all.add(
                HostileCase.of(
                        "a jar of two million directory records",
                        folder -> file(folder, "app/a.jar", manyRecords()),
                        0,
                        READ));
        all.add(
                HostileCase.of(
                        "the same, packed into a small jar",
                        folder -> file(folder, "app/b.jar", zip("a.jar", manyRecords())),
                        0,
                        READ));
        all.add(
                HostileCase.of(
                        "zip in zip in zip",
                        folder -> file(folder, "app/c.jar", nest()),
                        0,
                        READ,
                        "--max-"));
        all.add(
                HostileCase.of(
                        "a jar of 300 MB of zeros inside a jar",
                        folder -> file(folder, "app/d.jar", zip("z.jar", new byte[MIB], 300)),
                        0,
                        READ,
                        "/app/d.jar!/z.jar"));
        return all;
    }

    /// A layer of one head and the same bytes over and over, as one gzip member each.
    private static String repeated(
            Path folder, byte[] head, byte[] part, int times, String diffId) {
        byte[] packed = BlobCompression.GZIP.compress(part);
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        blob.writeBytes(BlobCompression.GZIP.compress(head));
        for (int i = 0; i < times; i++) {
            blob.writeBytes(packed);
        }
        blob.writeBytes(BlobCompression.GZIP.compress(new byte[1024]));
        RawLayout layout = new RawLayout();
        return layout.image(layout.configOf(List.of(diffId)), List.of(blob.toByteArray()))
                .write(folder);
    }

    /// A Debian whose last file is the same bytes over and over.
    static String largeFile(Path folder, String path, byte[] part, int times) {
        byte[] head =
                HostileImages.good()
                        .rawHeader(path, '0', "%011o".formatted((long) part.length * times), "")
                        .buildOpen();
        MessageDigest digest = HostileTars.sha256();
        digest.update(head);
        for (int i = 0; i < times; i++) {
            digest.update(part);
        }
        digest.update(new byte[1024]);
        String diffId = Digest.ofSha256(digest.digest()).toString();
        return repeated(folder, head, part, times, diffId);
    }

    private static String sixGigabytes(Path folder) {
        byte[] head = new TarBuilder().rawHeader("zeros", '0', "60000000000", "").buildOpen();
        return repeated(folder, head, new byte[MEMBER], (int) (SIX_GIB / MEMBER), SIX_GIB_ID);
    }

    /// 800 MB of status in half a million stanzas: each within its limit.
    private static String longStanzas(Path folder) {
        String stanza = "Package: a\nVersion: 1\nDepends: ";
        stanza += "d".repeat(1600 - stanza.length() - 2) + "\n\n";
        byte[] part = HostileTars.text(stanza.repeat(5000));
        String size = "%011o".formatted(100L * part.length);
        byte[] head = new TarBuilder().rawHeader("var/lib/dpkg/status", '0', size, "").buildOpen();
        return repeated(folder, head, part, 100, GIVEN_UP);
    }

    /// 200,000 names of four thousand characters that are all kept.
    private static String longWhiteouts(Path folder) {
        byte[] part =
                new TarBuilder()
                        .gnu()
                        .file("w".repeat(100) + ("/" + "w".repeat(99)).repeat(39) + "/.wh.a", "")
                        .buildOpen();
        ByteArrayOutputStream thousand = new ByteArrayOutputStream();
        for (int i = 0; i < 1000; i++) {
            thousand.writeBytes(part);
        }
        return repeated(folder, new byte[0], thousand.toByteArray(), 200, GIVEN_UP);
    }

    private static String bomb(Path folder, BlobCompression compression) {
        byte[] layer = new TarBuilder().file("zeros", new byte[96 * MIB]).build();
        RawLayout layout = new RawLayout();
        String diffId = ImageBuilder.digest(layer).toString();
        return layout.image(layout.configOf(List.of(diffId)), List.of(compression.compress(layer)))
                .write(folder);
    }

    /// A zip whose directory names one entry over and over.
    private static byte[] manyRecords() {
        byte[] name = "META-INF/MANIFEST.MF".getBytes(StandardCharsets.US_ASCII);
        int local = 30 + name.length;
        ByteBuffer zip =
                ByteBuffer.allocate(local + RECORDS * (46 + name.length) + 56 + 20 + 22)
                        .order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50).put(22, (byte) 0).position(26);
        zip.putShort((short) name.length).putShort((short) 0).put(name);
        for (int i = 0; i < RECORDS; i++) {
            int at = zip.position();
            zip.putInt(0x02014b50).position(at + 28);
            zip.putShort((short) name.length).position(at + 46);
            zip.put(name);
        }
        int end = zip.position();
        zip.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
        zip.putInt(0).putInt(0).putLong(RECORDS).putLong(RECORDS);
        zip.putLong(end - local).putLong(local);
        zip.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
        zip.putInt(0x06054b50).putInt(0).putShort((short) -1).putShort((short) -1);
        zip.putInt(-1).putInt(-1).putShort((short) 0);
        return zip.array();
    }

    /// Sixteen copies of sixteen copies, six levels deep, of ten megabytes of zeros.
    private static byte[] nest() throws IOException {
        byte[] inner = zip("zeros.class", new byte[10 * MIB]);
        for (int level = 0; level < 6; level++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (int i = 0; i < 16; i++) {
                    zip.putNextEntry(new ZipEntry(i + ".jar"));
                    zip.write(inner);
                }
            }
            inner = bytes.toByteArray();
        }
        return inner;
    }

    static byte[] zip(String name, byte[] content) throws IOException {
        return zip(name, content, 1);
    }

    private static byte[] zip(String name, byte[] part, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < times; i++) {
                zip.write(part);
            }
        }
        return bytes.toByteArray();
    }

    /// A stored entry whose header may lie.
    static byte[] stored(String name, byte[] content, int flags, int size) {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(content);
        int local = 30 + nameBytes.length + content.length;
        ByteBuffer zip =
                ByteBuffer.allocate(local + 46 + nameBytes.length + 22)
                        .order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50).putShort((short) 20).putShort((short) flags).putShort((short) 0);
        zip.putInt(0).putInt((int) sum.getValue()).putInt(size).putInt(size);
        zip.putShort((short) nameBytes.length).putShort((short) 0).put(nameBytes).put(content);
        zip.putInt(0x02014b50).putShort((short) 20).putShort((short) 20).putShort((short) flags);
        zip.putShort((short) 0).putInt(0).putInt((int) sum.getValue()).putInt(size).putInt(size);
        zip.putShort((short) nameBytes.length).position(local + 46);
        zip.put(nameBytes);
        zip.putInt(0x06054b50).putInt(0).putShort((short) 1).putShort((short) 1);
        zip.putInt(46 + nameBytes.length).putInt(local).putShort((short) 0);
        return zip.array();
    }
}
