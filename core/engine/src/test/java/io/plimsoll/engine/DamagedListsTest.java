package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.Problem;
import io.plimsoll.report.ReportFormats;
import io.plimsoll.report.View;
import io.plimsoll.testkit.TarBuilder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// SBOMs and lists of purls that are no such thing, or only half.
final class DamagedListsTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"cyclonedx", "cyclonedx-xml", "spdx", "spdx@3.0", "json"})
    void aDocumentCutShortIsRefused(String format) throws Exception {
        byte[] whole = document(format);
        int refused = 0;
        for (int length = 0; length < whole.length - 2; length += 10) {
            Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Images.read("sbom:" + file))
                    .isInstanceOf(TargetFormatException.class)
                    .hasMessageContaining(file.toString());
            refused++;
        }
        assertThat(refused).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cyclonedx", "cyclonedx-xml", "spdx", "spdx@3.0", "json"})
    void aDocumentWithAnyByteChangedIsReadOrRefused(String format) throws Exception {
        byte[] whole = document(format);
        Random random = new Random(42);
        int read = 0;
        for (int round = 0; round < 1500; round++) {
            byte[] changed = whole.clone();
            int at = round < 100 ? round % 8 : random.nextInt(whole.length);
            changed[at] = (byte) random.nextInt(256);
            Path file = Files.write(folder.resolve("changed"), changed);
            try {
                Images.read("sbom:" + file);
                read++;
            } catch (TargetFormatException refused) {
                assertThat(refused.getMessage()).contains(file.toString());
            }
        }
        assertThat(read).isBetween(100, 1499);
    }

    @Test
    void whatIsNoTextAtAllIsRefused() throws Exception {
        for (byte[] bytes :
                new byte[][] {
                    {0, 0, 0, '{', 0, 0, 0, '}', 1, 2, 3, 4},
                    {'{', 0, 0, 0, -1, -1, -1, -1},
                    {0, '{', 1},
                    {(byte) 0xff, (byte) 0xfe, 0, 0, 1, 2, 3},
                    {0x1f, (byte) 0x8b, 8, 0}
                }) {
            Path file = Files.write(folder.resolve("bytes"), bytes);
            assertThatThrownBy(() -> Images.read("sbom:" + file))
                    .isInstanceOf(TargetFormatException.class);
        }
    }

    @Test
    void aDocumentOfAnotherKindIsRefusedWithWhatCanBeRead() throws Exception {
        Path file = Files.writeString(folder.resolve("other.json"), "{\"name\":\"SPDX-2.3\"}");
        assertThatThrownBy(() -> Images.read("sbom:" + file))
                .isInstanceOf(TargetFormatException.class)
                .hasMessageContaining("CycloneDX");
    }

    @Test
    void badLinesOfAListAreProblemsAndTheOthersAreRead() throws Exception {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes(bytes("# a comment\n\npkg:npm/lodash@4.17.15\nnot a purl\n"));
        lines.writeBytes(bytes("pkg:npm/%zz@1\npkg:unheard/of@1\npkg:npm\n"));
        lines.writeBytes(new byte[] {'p', 'k', 'g', ':', 'n', 'p', 'm', '/', (byte) 0xff, '\n'});
        lines.writeBytes(bytes("pkg:deb/debian/x@1?upstream=y%40\n  pkg:pypi/django@3.2  \r\n"));
        Path file = Files.write(folder.resolve("purls.txt"), lines.toByteArray());
        ScannedTarget target = Images.read("purls:" + file);
        assertThat(Images.packages(target)).contains("npm lodash 4.17.15", "pypi django 3.2");
        assertThat(target.inventory().problems())
                .extracting(Problem::reason)
                .anySatisfy(reason -> assertThat(reason).startsWith("line 4: 'not a purl'"))
                .anySatisfy(reason -> assertThat(reason).startsWith("line 5: "))
                .anySatisfy(reason -> assertThat(reason).startsWith("line 6: ").contains("unheard"))
                .anySatisfy(reason -> assertThat(reason).startsWith("line 7: "));
    }

    private byte[] document(String format) throws Exception {
        ScannedTarget target =
                Images.read(
                        folder,
                        new TarBuilder()
                                .file("etc/os-release", Images.OS_RELEASE)
                                .file(Images.STATUS, Images.status("bash 5.2", "zlib 1:1"))
                                .file("a/node_modules/@a/b/package.json", Images.npm("@a/b", "1")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFormats.of(format)
                .orElseThrow()
                .write(
                        Scanner.unjudged(target, LocalDate.of(2026, 11, 24), "test"),
                        View.EVERYTHING,
                        out);
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
