package io.plimsoll.acceptance;

import static io.plimsoll.acceptance.HostileCase.READ;
import static io.plimsoll.acceptance.HostileTars.text;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// SBOMs, lists of packages, folders, and archives that are none.
final class HostileLists {
    private static final int MIB = 1024 * 1024;
    private static final String SBOM = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",";
    private static final String LODASH =
            "{\"type\":\"library\",\"name\":\"lodash\",\"version\":\"4.17.15\","
                    + "\"purl\":\"pkg:npm/lodash@4.17.15\"}";

    private HostileLists() {}

    static List<HostileCase> all() {
        List<HostileCase> all = new ArrayList<>();
        all.add(
                HostileCase.of(
                        "an SBOM of 100 MB", HostileLists::largeSbom, 0, "pkg:npm/lodash@4.17.15"));
        all.add(
                sbom(
                        "an SBOM a million levels deep",
                        SBOM + "\"components\":" + "[".repeat(MIB),
                        3));
        all.add(sbom("an SBOM that is cut short", SBOM + "\"components\":[" + LODASH, 3));
        all.add(
                sbom(
                        "an SBOM with keys twice",
                        SBOM + "\"components\":[],\"components\":[" + LODASH + "]}",
                        0,
                        "pkg:npm/lodash@4.17.15"));
        all.add(
                sbom(
                        "an SBOM of nested components, 190 levels deep",
                        SBOM + "\"components\":" + nested(60) + "}",
                        0,
                        "pkg:npm/lodash@4.17.15"));
        all.add(
                sbom(
                        "an SBOM with terminal sequences",
                        SBOM
                                + "\"components\":["
                                + LODASH
                                + ",{\"type\":\"library\",\"name\":\"\\u001b[2Ja\\u202e\","
                                + "\"version\":\"\\u0007\"}]}",
                        0,
                        "pkg:npm/lodash@4.17.15"));
        all.add(sbom("an SBOM of the wrong types", SBOM + "\"components\":{\"a\":[1]}}", 0));
        HostileSboms.addTo(all);
        all.add(
                HostileCase.of(
                        "a list of garbage",
                        HostileLists::garbageList,
                        0,
                        "pkg:npm/lodash@4.17.15"));
        all.add(
                HostileCase.of(
                        "a list with a line of 30 MB",
                        HostileLists::longLine,
                        0,
                        "pkg:npm/lodash"));
        all.add(
                HostileCase.of(
                        "a folder of fifos, sockets and loops",
                        HostileLists::folder,
                        0,
                        READ,
                        "fifo"));
        all.add(file("an archive that is empty", new byte[0]));
        all.add(file("an archive of zeros", new byte[MIB]));
        all.add(file("an archive of text", text("nothing\n".repeat(1000))));
        return all;
    }

    private static HostileCase sbom(String name, String json, int code, String... said) {
        return HostileCase.of(
                name,
                folder -> "sbom:" + Files.write(folder.resolve("bom.json"), text(json)),
                code,
                said);
    }

    private static HostileCase file(String name, byte[] content) {
        return HostileCase.of(
                name,
                folder -> "docker-archive:" + Files.write(folder.resolve("image.tar"), content),
                3,
                "image.tar");
    }

    private static String nested(int levels) {
        String open =
                "[{\"type\":\"library\",\"name\":\"a\",\"version\":\"1\",\"components\":"
                        .repeat(levels);
        return open + "[" + LODASH + "]" + "}]".repeat(levels);
    }

    private static String largeSbom(Path folder) throws IOException {
        Path file = folder.resolve("bom.json");
        String component =
                "{\"type\":\"library\",\"name\":\"a%07d\",\"version\":\"1.0\","
                        + "\"purl\":\"pkg:npm/a%07d@1.0\",\"description\":\""
                        + "x".repeat(400)
                        + "\"},";
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(SBOM + "\"components\":[");
            for (int i = 0; i < 200_000; i++) {
                out.write(component.formatted(i, i));
            }
            out.write(LODASH + "]}");
        }
        return "sbom:" + file;
    }

    private static String garbageList(Path folder) throws IOException {
        String list =
                "pkg:npm/lodash@4.17.15\npkg:\npkg:/\npkg:npm/%\npkg:npm/%zz@1\n\u0000\n"
                        + "\u001b[2J\npkg:npm/\u001b[31ma@1\n"
                        + "pkg:npm/a@1?".repeat(1000)
                        + "\n"
                        + "/".repeat(MIB);
        return "purls:" + Files.write(folder.resolve("purls.txt"), text(list));
    }

    private static String longLine(Path folder) throws IOException {
        String list = "pkg:npm/" + "a".repeat(30 * MIB) + "@1\npkg:npm/lodash@4.17.15\n";
        return "purls:" + Files.write(folder.resolve("purls.txt"), text(list));
    }

    private static String folder(Path folder) throws IOException {
        Path root = folder.resolve("root");
        Files.createDirectories(root.resolve("var/lib/dpkg"));
        Files.createDirectories(root.resolve("etc"));
        Files.createDirectories(root.resolve("lib/apk/db"));
        Files.writeString(root.resolve("etc/os-release"), Examples.OS_RELEASE);
        Files.writeString(root.resolve("var/lib/dpkg/status"), Examples.STATUS);
        Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));
        Files.createSymbolicLink(root.resolve("etc/up"), Path.of("../.."));
        Files.createSymbolicLink(root.resolve("etc/alpine-release"), Path.of("/etc/hostname"));
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            // The path of a socket may have 107 bytes only.
            Path short0 = Files.createTempDirectory("ph");
            socket.bind(UnixDomainSocketAddress.of(short0.resolve("s")));
            Files.move(short0.resolve("s"), root.resolve("lib/apk/db/installed"));
            Files.delete(short0);
        }
        fifo(root.resolve("pom.jar"));
        return "dir:" + root;
    }

    private static void fifo(Path path) throws IOException {
        try {
            new Program(path.resolveSibling("")).lines("mkfifo", path.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
