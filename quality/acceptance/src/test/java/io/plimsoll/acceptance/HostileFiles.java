package io.plimsoll.acceptance;

import static io.plimsoll.acceptance.HostileCase.READ;
import static io.plimsoll.acceptance.HostileImages.STATUS;
import static io.plimsoll.acceptance.HostileImages.file;
import static io.plimsoll.acceptance.HostileTars.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Package databases and packages that are damaged or endless.
final class HostileFiles {
    private static final String STANZA = "Package: a\nVersion: 1\n\n";
    private static final int MIB = 1024 * 1024;
    private static final Path FIXTURES =
            Repository.root().resolve("core/catalog/src/test/resources/rpm");

    private HostileFiles() {}

    static List<HostileCase> all() {
        List<HostileCase> all = new ArrayList<>();
        for (int tenth = 0; tenth < 10; tenth++) {
            byte[] cut = cutStatus(tenth);
            all.add(
                    HostileCase.of(
                            "a dpkg status cut at " + tenth + " tenths",
                            folder -> file(folder, STATUS, cut),
                            0,
                            tenth == 9 ? "pkg:deb/debian/p80@1.0" : "\"packages\""));
        }
        all.add(
                HostileCase.of(
                        "a dpkg status of garbage",
                        folder -> file(folder, STATUS, garbage()),
                        0,
                        "dpkg"));
        all.add(
                HostileCase.of(
                        "a line of 30 MB in a dpkg status",
                        folder -> file(folder, STATUS, longLine()),
                        0,
                        READ));
        all.add(
                HostileCase.of(
                        "ten million stanzas in a dpkg status",
                        folder ->
                                HostileBombs.largeFile(
                                        folder, STATUS, text(STANZA.repeat(100_000)), 100),
                        0,
                        "--max-packages"));
        rpm(all);
        metadata(all);
        jars(all);
        return all;
    }

    private static void rpm(List<HostileCase> all) {
        String sqlite = "usr/lib/sysimage/rpm/rpmdb.sqlite";
        String ndb = "usr/lib/sysimage/rpm/Packages.db";
        String berkeley = "var/lib/rpm/Packages";
        for (String each :
                List.of("sqlite/in/" + sqlite, "ndb/in/" + ndb, "berkeley-little/in/" + berkeley)) {
            String path = each.substring(each.indexOf("/in/") + 4);
            String kind = each.substring(0, each.indexOf('/'));
            all.add(
                    HostileCase.of(
                            "an rpm database (" + kind + ") whose pages are all the second",
                            folder -> file(folder, path, samePages(FIXTURES.resolve(each))),
                            0,
                            READ,
                            "/" + path));
            all.add(
                    HostileCase.of(
                            "an rpm database (" + kind + ") with every thousandth byte 0xff",
                            folder -> file(folder, path, sown(FIXTURES.resolve(each))),
                            0,
                            READ,
                            "/" + path));
            all.add(
                    HostileCase.of(
                            "an rpm database (" + kind + ") cut in half",
                            folder -> file(folder, path, half(FIXTURES.resolve(each))),
                            0,
                            READ,
                            "/" + path));
        }
    }

    private static void metadata(List<HostileCase> all) {
        String npm = "app/node_modules/a/package.json";
        all.add(
                HostileCase.of(
                        "a package.json of 200 MB",
                        folder ->
                                HostileBombs.largeFile(
                                        folder, npm, text("[{}],".repeat(MIB / 5)), 200),
                        0,
                        READ,
                        npm,
                        "--max-manifest-size"));
        all.add(
                HostileCase.of(
                        "a package.json of 15 MB of brackets",
                        folder -> file(folder, npm, text("[".repeat(15 * MIB))),
                        0,
                        READ,
                        npm));
        all.add(
                HostileCase.of(
                        "a package.json that nests a million levels in a wanted member",
                        folder ->
                                file(
                                        folder,
                                        npm,
                                        text(
                                                "{\"name\":\"a\",\"version\":\"1\",\"license\":"
                                                        + "{\"a\":".repeat(1_000_000))),
                        0,
                        READ,
                        "--max-json-depth"));
        all.add(
                HostileCase.of(
                        "a package.json with every key a hundred times",
                        folder ->
                                file(
                                        folder,
                                        npm,
                                        text(
                                                "{"
                                                        + "\"name\":\"x\",\"version\":\"1\","
                                                                .repeat(100)
                                                        + "\"name\":\"a\",\"version\":\"2\"}")),
                        0,
                        READ,
                        "pkg:npm/a@2"));
        all.add(
                HostileCase.of(
                        "a broken package.json",
                        folder -> file(folder, npm, text("{\"name\":\"a\",\"version\":")),
                        0,
                        READ,
                        npm));
        all.add(
                HostileCase.of(
                        "a METADATA with a line of 30 MB",
                        folder ->
                                file(
                                        folder,
                                        "lib/a-1.dist-info/METADATA",
                                        text(
                                                "Name: a\nVersion: 1\nSummary: "
                                                        + "x".repeat(30 * MIB))),
                        0,
                        READ,
                        "a-1.dist-info"));
    }

    private static void jars(List<HostileCase> all) {
        all.add(
                HostileCase.of(
                        "a broken jar",
                        folder -> file(folder, "app/x.jar", garbage()),
                        0,
                        READ,
                        "/app/x.jar"));
        all.add(
                HostileCase.of(
                        "an encrypted jar",
                        folder ->
                                file(
                                        folder,
                                        "app/x.jar",
                                        HostileBombs.stored(
                                                "META-INF/maven/g/a/pom.properties",
                                                text("groupId=g"),
                                                1,
                                                9)),
                        0,
                        READ,
                        "encrypted"));
        all.add(
                HostileCase.of(
                        "a jar whose sizes lie",
                        folder ->
                                file(
                                        folder,
                                        "app/x.jar",
                                        HostileBombs.stored("a.jar", text("PK"), 0, -2)),
                        0,
                        READ,
                        "/app/x.jar"));
    }

    private static byte[] cutStatus(int tenth) {
        byte[] whole = stanzas(100);
        return Arrays.copyOf(whole, whole.length * tenth / 10);
    }

    private static byte[] stanzas(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("Package: p")
                    .append(i)
                    .append("\nStatus: install ok installed\nVersion: 1.0\n\n");
        }
        return text(text.toString());
    }

    private static byte[] garbage() {
        byte[] garbage = new byte[100_000];
        new Random(3).nextBytes(garbage);
        return garbage;
    }

    private static byte[] longLine() {
        return text(
                "Package: long\nDescription: " + "x".repeat(30 * MIB) + "\n\n" + Examples.STATUS);
    }

    private static byte[] samePages(Path database) throws IOException {
        byte[] bytes = Files.readAllBytes(database);
        int page = 4096;
        for (int at = 2 * page; at + page <= bytes.length; at += page) {
            System.arraycopy(bytes, page, bytes, at, page);
        }
        return bytes;
    }

    private static byte[] sown(Path database) throws IOException {
        byte[] bytes = Files.readAllBytes(database);
        for (int at = 500; at < bytes.length; at += 1000) {
            bytes[at] = (byte) 0xff;
        }
        return bytes;
    }

    private static byte[] half(Path database) throws IOException {
        byte[] bytes = Files.readAllBytes(database);
        return Arrays.copyOf(bytes, bytes.length / 2);
    }
}
