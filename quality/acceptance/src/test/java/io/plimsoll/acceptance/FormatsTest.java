package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.plimsoll.json.Json;
import io.plimsoll.report.ReportFormats;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The program writes a real Debian in each of its formats.
final class FormatsTest {
    private static final String IMAGE = "docker-archive:" + DebianImage.get().dockerArchive();
    private static final String TEMPLATE =
            "{{#packages}}{{type}} {{name}} {{version}}\n{{/packages}}";

    @TempDir static Path all;

    @TempDir Path folder;

    static List<String> formats() {
        List<String> all = new ArrayList<>();
        for (String name : ReportFormats.names()) {
            all.add(name);
            ReportFormats.versions(name).stream()
                    .filter(version -> !version.isEmpty())
                    .forEach(version -> all.add(name + "@" + version));
        }
        return all;
    }

    /// One scan writes as many reports as wanted.
    @BeforeAll
    static void oneScanForAll() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("scan"));
        for (String format : formats()) {
            command.addAll(List.of("-o", format + "=" + all.resolve(format)));
        }
        command.add(IMAGE);
        plimsoll(all, command.toArray(String[]::new)).withCode(0);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFormatIsWrittenToTheOutputAsToAFile(String format) throws Exception {
        String out = plimsoll("scan", "--format", format, IMAGE).withCode(0).out();
        assertThat(out).contains("openssl").isEqualTo(read(all.resolve(format)));
        if (out.startsWith("{")) {
            assertThatCode(() -> Json.parse(out.getBytes(StandardCharsets.UTF_8)))
                    .doesNotThrowAnyException();
        } else if (out.startsWith("<?xml")) {
            assertThatCode(() -> parseXml(out)).doesNotThrowAnyException();
        }
    }

    @Test
    void aTemplateOfOnesOwnIsFilledIn() throws Exception {
        Files.writeString(folder.resolve("my.mustache"), TEMPLATE, StandardCharsets.UTF_8);
        String out = plimsoll("scan", "--format", "template=my.mustache", IMAGE).withCode(0).out();
        assertThat(out.lines()).anyMatch(line -> line.startsWith("deb openssl "));
        plimsoll("scan", "-o", "template=my.mustache=list.txt", IMAGE).withCode(0);
        assertThat(read(folder.resolve("list.txt"))).isEqualTo(out);
    }

    @Test
    void aFormatThatIsNoneSaysWhatThereIs() throws Exception {
        assertThat(plimsoll("scan", "--format", "yaml", IMAGE).withCode(2).err())
                .contains("'yaml'", "sarif, cyclonedx", "template=FILE");
        assertThat(plimsoll("scan", "--format", "spdx@1", IMAGE).withCode(2).err())
                .contains("'spdx@1'", "2.3, 3.0");
        assertThat(plimsoll("scan", "--format", "template=none", IMAGE).withCode(2).err())
                .contains("'none'", "UTF-8");
        assertThat(plimsoll("scan", "-o", "template=none", IMAGE).withCode(2).err())
                .contains("template=FILE=FILE");
        Files.writeString(folder.resolve("broken"), "{{#findings}}", StandardCharsets.UTF_8);
        assertThat(plimsoll("scan", "--format", "template=broken", IMAGE).withCode(2).err())
                .contains("template broken: ");
    }

    @Test
    void helpListsEveryName() throws Exception {
        String help = plimsoll("scan", "--help").withCode(0).out().replaceAll("\\s+", " ");
        assertThat(help).contains(String.join(", ", ReportFormats.names()) + ", template=FILE");
    }

    private Program.Outcome plimsoll(String... arguments) throws IOException, InterruptedException {
        return plimsoll(folder, arguments);
    }

    private static Program.Outcome plimsoll(Path in, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Repository.launcher().toString()));
        command.addAll(List.of(arguments));
        return CommandLineTest.launcher(in).run(command.toArray(String[]::new));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static void parseXml(String text) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
