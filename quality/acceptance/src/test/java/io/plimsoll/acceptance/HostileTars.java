package io.plimsoll.acceptance;

import static io.plimsoll.acceptance.HostileCase.READ;
import static io.plimsoll.acceptance.HostileImages.above;
import static io.plimsoll.acceptance.HostileImages.good;

import io.plimsoll.model.Digest;
import io.plimsoll.testkit.TarBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// Layers whose headers lie.
final class HostileTars {
    private static final byte[] PACKAGE = text("{\"name\":\"lodash\",\"version\":\"4.17.15\"}");
    private static final int DEEP = 3_000;
    private static final int MANY = 1_000_000;

    private HostileTars() {}

    static List<HostileCase> all() {
        List<HostileCase> all = new ArrayList<>();
        all.add(
                HostileCase.of(
                        "paths that leave the root",
                        HostileTars::escapes,
                        0,
                        READ,
                        "leaves the root"));
        all.add(
                HostileCase.of(
                        "names with terminal sequences",
                        HostileTars::names,
                        0,
                        READ,
                        "\\u001b[2J"));
        all.add(HostileCase.of("a path 3,000 folders deep", HostileTars::deep, 0, READ, "lodash"));
        all.add(HostileCase.of("a million entries", HostileTars::entries, 0, READ));
        all.add(HostileCase.of("the same name twice in a layer", HostileTars::twice, 0, READ));
        all.add(HostileCase.of("an opaque directory over the database", HostileTars::opaque, 0));
        all.add(
                HostileCase.of(
                        "a link cycle at os-release",
                        HostileTars::osReleaseCycle,
                        0,
                        "libssl3@3.0.11-1~deb12u2",
                        "circle"));
        all.add(
                HostileCase.of(
                        "a link cycle over layers at dpkg",
                        HostileTars::dpkgCycle,
                        0,
                        "not followed"));
        all.add(
                HostileCase.of(
                        "a chain of a hundred links", HostileTars::chain, 0, READ, "not followed"));
        all.add(HostileCase.of("links out of the image", HostileTars::outside, 0, READ));
        all.add(
                HostileCase.of(
                        "hard links to nothing and to themselves",
                        HostileTars::hardLinks,
                        0,
                        READ));
        all.add(broken("a negative size", raw('0', "-0000000001"), "size field"));
        all.add(
                broken(
                        "a base-256 size of 2^87",
                        raw('0', "\u0081" + "\u00ff".repeat(10)),
                        "size"));
        all.add(broken("a size beyond the archive", raw('0', "77777777"), "ends within"));
        all.add(broken("a GNU long name of 1 GB", raw('L', "07777777777"), "extended header"));
        all.add(broken("a pax record of endless length", pax("999999999 path=x\n"), "pax record"));
        all.add(broken("a pax size of 2^63", pax(record("size", "9223372036854775808")), "size"));
        all.add(
                broken(
                        "a sparse map of 2^63 bytes",
                        pax(
                                record("GNU.sparse.major", "0")
                                        + record("GNU.sparse.size", "9223372036854775807")
                                        + record("GNU.sparse.numblocks", "1")
                                        + record("GNU.sparse.map", "0,9223372036854775807")),
                        ""));
        all.add(
                HostileCase.of(
                        "a pax path over the header's",
                        HostileTars::paxPath,
                        0,
                        READ,
                        "leaves the root"));
        all.add(
                HostileCase.of(
                        "package databases that are no files", HostileTars::special, 0, "fifo"));
        return all;
    }

    /// The layer is broken: none of it is believed, the good one below it stays.
    private static HostileCase broken(String name, byte[] layer, String said) {
        return HostileCase.of(name, folder -> above(folder, layer), 3, READ, said);
    }

    private static byte[] raw(char type, String size) {
        return new TarBuilder().rawHeader("name", type, size, "").build();
    }

    private static byte[] pax(String records) {
        byte[] bytes = text(records);
        return new TarBuilder()
                .rawHeader("pax", 'x', "%011o".formatted(bytes.length), "")
                .rawBlocks(bytes)
                .rawHeader("etc/evil", '0', "00000000000", "")
                .build();
    }

    private static String record(String key, String value) {
        int rest = key.length() + value.length() + 3;
        int length = rest + 1;
        while (String.valueOf(length).length() + rest != length) {
            length++;
        }
        return length + " " + key + "=" + value + "\n";
    }

    private static String escapes(Path folder) throws IOException {
        return above(
                folder,
                new TarBuilder()
                        .rawHeader("../../../../tmp/plimsoll-escaped", '0', "00000000000", "")
                        .rawHeader("/etc/../../plimsoll-escaped", '0', "00000000000", "")
                        .rawHeader("a/../../..", '5', "00000000000", "")
                        .build());
    }

    private static String names(Path folder) throws IOException {
        return above(
                folder,
                new TarBuilder()
                        .file("opt/\u001b[2J\u001b]0;evil\u0007\n\u202e/package.json", "{")
                        .file("opt/\u009b31m/node_modules/a/package.json", PACKAGE)
                        .rawHeader("opt/\u00ff\u00fe/b.jar", '0', "00000000000", "")
                        .file("x.dist-info/METADATA", "Name: a\u001b[31m\u202e\nVersion: 1\u0007\n")
                        .build());
    }

    private static String deep(Path folder) throws IOException {
        String path = "a/".repeat(DEEP) + "node_modules/lodash/package.json";
        return above(folder, new TarBuilder().file(path, PACKAGE).build());
    }

    private static String entries(Path folder) throws IOException {
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        MessageDigest digest = sha256();
        try (DigestOutputStream tar =
                new DigestOutputStream(new GZIPOutputStream(blob, 64 * 1024), digest)) {
            tar.write(good().buildOpen());
            for (int i = 0; i < MANY; i++) {
                tar.write(new TarBuilder().rawHeader("f/" + i, '0', "00000000000", "").buildOpen());
            }
            tar.write(new byte[1024]);
        }
        HostileLayouts.RawLayout layout = new HostileLayouts.RawLayout();
        String diffId = Digest.ofSha256(digest.digest()).toString();
        return layout.image(layout.configOf(List.of(diffId)), List.of(blob.toByteArray()))
                .write(folder);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    private static String twice(Path folder) throws IOException {
        return HostileImages.alone(
                folder,
                new TarBuilder()
                        .file(HostileImages.OS_RELEASE, Examples.OS_RELEASE)
                        .file(HostileImages.STATUS, "Package: hidden\nVersion: 1\n\n")
                        .file(HostileImages.STATUS, Examples.STATUS)
                        .build());
    }

    private static String opaque(Path folder) throws IOException {
        return above(folder, new TarBuilder().opaque("var/lib/dpkg").build());
    }

    private static String osReleaseCycle(Path folder) throws IOException {
        return above(
                folder,
                new TarBuilder()
                        .symlink("etc/os-release", "../usr/lib/os-release")
                        .symlink("usr/lib/os-release", "../../etc/os-release")
                        .build());
    }

    private static String dpkgCycle(Path folder) throws IOException {
        return above(
                folder,
                new TarBuilder().whiteout("var/lib/dpkg").build(),
                new TarBuilder().symlink("var/lib/dpkg", "../../srv/dpkg").build(),
                new TarBuilder().symlink("srv/dpkg", "../var/lib/dpkg").build());
    }

    private static String chain(Path folder) throws IOException {
        TarBuilder tar = new TarBuilder().symlink("etc/alpine-release", "/l/0");
        for (int i = 0; i < 100; i++) {
            tar.symlink("l/" + i, "/l/" + (i + 1));
        }
        return above(folder, tar.file("l/100", "3.20.3\n").build());
    }

    private static String outside(Path folder) throws IOException {
        return above(
                folder,
                new TarBuilder()
                        .symlink("etc/alpine-release", "/../../../../../../etc/hostname")
                        .symlink("etc/redhat-release", "/proc/self/environ")
                        .symlink("var/lib/rpm", "/")
                        .build());
    }

    private static String hardLinks(Path folder) throws IOException {
        return above(
                folder,
                new TarBuilder()
                        .hardlink("lib/apk/db/installed", "nowhere")
                        .hardlink("etc/alpine-release", "etc/alpine-release")
                        .whiteout("gone")
                        .hardlink("usr/lib/opkg/status", "gone")
                        .build());
    }

    private static String paxPath(Path folder) throws IOException {
        return above(
                folder,
                new TarBuilder()
                        .file("etc/plain", new byte[0], Map.of("path", "../../../../etc/passwd"))
                        .build());
    }

    private static String special(Path folder) throws IOException {
        return HostileImages.alone(
                folder,
                new TarBuilder()
                        .file(HostileImages.OS_RELEASE, Examples.OS_RELEASE)
                        .fifo(HostileImages.STATUS)
                        .device("lib/apk/db/installed", 1, 3)
                        .directory("var/lib/rpm/Packages")
                        .build());
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] goodLayer() {
        return good().build();
    }
}
