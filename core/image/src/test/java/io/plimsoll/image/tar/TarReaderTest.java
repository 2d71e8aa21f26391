package io.plimsoll.image.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.image.Entries;
import io.plimsoll.image.problem.ProblemLog;
import io.plimsoll.model.Limit;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.testkit.TarBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TarReaderTest {
    private static final String DEEP = "d/".repeat(3_000);

    private final ProblemLog problems = new ProblemLog("layer");

    private Entries read(byte[] tar) throws IOException, InterruptedException {
        return read(tar, Limits.standard());
    }

    private Entries read(byte[] tar, Limits limits) throws IOException, InterruptedException {
        Entries mapped = new Entries();
        new TarReader(TarInput.of(MemorySegment.ofArray(tar)), limits, new ProblemLog("other"))
                .read(mapped);
        Entries streamed = new Entries();
        new TarReader(TarInput.of(new ByteArrayInputStream(tar)), limits, problems).read(streamed);
        assertThat(streamed.lines()).isEqualTo(mapped.lines());
        return streamed;
    }

    private List<String> reasons() {
        return problems.problems().stream().map(Problem::reason).toList();
    }

    @Test
    void everyKindOfEntryIsTold() throws Exception {
        TarBuilder tar =
                new TarBuilder()
                        .directory("./etc")
                        .file("etc/passwd", "root")
                        .file("/usr/bin/su", new byte[] {1, 2, 3}, 04755)
                        .symlink("etc/mtab", "../proc/self/mounts")
                        .hardlink("etc/shadow", "./etc/passwd")
                        .fifo("run/pipe")
                        .device("dev/null", 1, 3);
        assertThat(read(tar.build()).lines())
                .extracting(line -> line.split(" #", 2)[0])
                .containsExactly(
                        "DIRECTORY /etc 0 755",
                        "FILE /etc/passwd 4 644",
                        "FILE /usr/bin/su 3 4755",
                        "SYMLINK /etc/mtab 0 644 -> ../proc/self/mounts",
                        "HARDLINK /etc/shadow 0 644 -> /etc/passwd",
                        "OTHER /run/pipe 0 644",
                        "OTHER /dev/null 0 644");
        assertThat(reasons()).isEmpty();
    }

    @Test
    void longNamesOfBothKindsAreRead() throws Exception {
        String path = "a".repeat(90) + "/" + "ü".repeat(120);
        for (boolean gnu : new boolean[] {false, true}) {
            TarBuilder tar = new TarBuilder();
            if (gnu) {
                tar.gnu();
            }
            tar.file(path, "x").symlink("short", "t".repeat(300)).file("after", "y");
            assertThat(read(tar.build()).paths()).containsExactly("/" + path, "/short", "/after");
        }
    }

    @Test
    void pathOfThreeThousandFoldersIsRead() throws Exception {
        byte[] tar = new TarBuilder().file(DEEP + "f", "x").build();
        assertThat(read(tar).paths()).containsExactly("/" + DEEP + "f");
    }

    @Test
    void namesThatAreNoUtf8StayDifferent() throws Exception {
        byte[] tar =
                new TarBuilder()
                        .rawHeader("caf\u00e9", '0', "0", "")
                        .rawHeader("caf\u00e8", '0', "0", "")
                        .build();
        assertThat(read(tar).paths()).containsExactly("/caf\u00e9", "/caf\u00e8");
    }

    @Test
    void pathsThatLeaveTheRootAreReportedAndTheRestIsRead() throws Exception {
        byte[] tar =
                new TarBuilder()
                        .file("../../etc/passwd", "evil")
                        .hardlink("link", "../outside")
                        .rawHeader("", '0', "0", "")
                        .file("a/../b", "fine")
                        .build();
        assertThat(read(tar).paths()).containsExactly("/b");
        assertThat(problems.problems())
                .extracting(Problem::kind)
                .containsExactly(
                        ProblemKind.MALFORMED, ProblemKind.MALFORMED, ProblemKind.MALFORMED);
        assertThat(reasons().getFirst())
                .isEqualTo("tar, byte 0: entry '../../etc/passwd' leaves the root or is no path");
    }

    @Test
    void linksAndFoldersHaveNoContentWhateverTheirSizeSays() throws Exception {
        byte[] tar =
                new TarBuilder()
                        .rawHeader("dir", '5', "1000", "")
                        .rawHeader("hard", '1', "1000", "dir/x")
                        .rawHeader("soft", '2', "1000", "x")
                        .file("after", "y")
                        .build();
        assertThat(read(tar).paths()).containsExactly("/dir", "/hard", "/soft", "/after");
    }

    @Test
    void unknownTypesAreReportedAndPassedOver() throws Exception {
        byte[] tar =
                new TarBuilder()
                        .rawHeader("odd", 'Q', "5", "")
                        .rawBlocks("hello".getBytes(StandardCharsets.UTF_8))
                        .rawHeader("label", 'V', "0", "")
                        .file("after", "y")
                        .build();
        assertThat(read(tar).paths()).containsExactly("/after");
        assertThat(reasons()).containsExactly("tar, byte 0: entry 'odd' has the unknown type 'Q'");
    }

    @Test
    void globalHeaderChangesNothingAndIsReported() throws Exception {
        byte[] records = "18 path=/etc/evil\n".getBytes(StandardCharsets.UTF_8);
        byte[] comment = "13 comment=x\n".getBytes(StandardCharsets.UTF_8);
        byte[] tar =
                new TarBuilder()
                        .rawHeader("pax_global_header", 'g', "22", "")
                        .rawBlocks(records)
                        .rawHeader("pax_global_header", 'g', "15", "")
                        .rawBlocks(comment)
                        .file("kept", "y")
                        .build();
        assertThat(read(tar).paths()).containsExactly("/kept");
        assertThat(reasons())
                .containsExactly(
                        "tar, byte 0: a global header sets [path], which container engines ignore");
    }

    @Test
    void paxSizeCountsBeforeTheHeadersOwn() throws Exception {
        byte[] tar =
                new TarBuilder()
                        .rawHeader("x", 'x', "12", "")
                        .rawBlocks("10 size=5\n".getBytes(StandardCharsets.UTF_8))
                        .rawHeader("file", '0', "0", "")
                        .rawBlocks("12345".getBytes(StandardCharsets.UTF_8))
                        .file("after", "")
                        .build();
        assertThat(read(tar).lines())
                .extracting(line -> line.split(" #", 2)[0])
                .containsExactly("FILE /file 5 644", "FILE /after 0 644");
    }

    @Test
    void timesAreThoseOfTheHeaderOrOfPaxInWholeSeconds() throws Exception {
        byte[] tar =
                new TarBuilder()
                        .file("plain", "x")
                        .file("pax", new byte[1], Map.of("mtime", "1767323045.25"))
                        .rawHeader("x", 'x', "16", "")
                        .rawBlocks("14 mtime=soon\n".getBytes(StandardCharsets.UTF_8))
                        .rawHeader("odd", '0', "0", "")
                        .build();
        List<Long> times = new ArrayList<>();
        new TarReader(
                        TarInput.of(new ByteArrayInputStream(tar)),
                        Limits.standard(),
                        new ProblemLog("tar"))
                .read(entry -> times.add(entry.modified()));
        assertThat(times).containsExactly(0L, 1_767_323_045L, 0L);
    }

    @Test
    void binaryPaxValuesAreNoObstacle() throws Exception {
        Map<String, String> pax = Map.of("SCHILY.xattr.user.x", "line\n12 a=b\n=");
        byte[] tar = new TarBuilder().file("f", new byte[3], pax).build();
        assertThat(read(tar).paths()).containsExactly("/f");
    }

    @Test
    void brokenPaxRecordsEndTheReadingWithTheirByte() {
        for (String records : List.of("x path=a\n", "99 path=a\n", "9 path\n\n\n", "7 patha\n")) {
            byte[] tar =
                    new TarBuilder()
                            .rawHeader("x", 'x', Integer.toOctalString(records.length()), "")
                            .rawBlocks(records.getBytes(StandardCharsets.UTF_8))
                            .file("after", "")
                            .build();
            assertThatThrownBy(() -> read(tar))
                    .isInstanceOf(TarFormatException.class)
                    .hasMessageContaining("byte ")
                    .hasMessageContaining("pax record");
        }
    }

    @Test
    void extendedHeaderIsBounded() {
        byte[] tar = new TarBuilder().rawHeader("x", 'x', "77777777777", "").build();
        assertThatThrownBy(() -> read(tar))
                .isInstanceOf(TarFormatException.class)
                .hasMessageContaining("1048576 bytes at most");
    }

    @Test
    void wrongChecksumNamesItsByte() {
        byte[] tar = new TarBuilder().file("a", "x").file("b", "y").build();
        tar[1024 + 5] ^= 1;
        assertThatThrownBy(() -> read(tar))
                .isInstanceOf(TarFormatException.class)
                .hasMessage("tar, byte 1024: header checksum is wrong: this is no tar header");
    }

    @Test
    void negativeAndMeaninglessSizesEndTheReading() {
        for (String size : List.of("\u00ff\u00ff\u00ff\u00ff", "12x4", "9")) {
            byte[] tar = new TarBuilder().rawHeader("f", '0', size, "").build();
            assertThatThrownBy(() -> read(tar))
                    .isInstanceOf(TarFormatException.class)
                    .hasMessage("tar, byte 0: the size field is no number");
        }
    }

    @Test
    void hugeSizeIsALimit() {
        byte[] tar = new TarBuilder().rawHeader("f", '0', "\u0080\0\0\0\0\1\0\0\0\0\0", "").build();
        assertThatThrownBy(() -> read(tar))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("--max-entry-size");
    }

    @Test
    void tooManyEntriesAreALimit() {
        byte[] tar = new TarBuilder().file("a", "").file("b", "").file("c", "").build();
        Limits limits = Limits.standard().with(Limit.ENTRIES, 2);
        assertThatThrownBy(() -> read(tar, limits))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("--max-entries");
    }

    @Test
    void longPathIsALimitOfItsEntryAlone() throws Exception {
        byte[] tar = new TarBuilder().file("a".repeat(60), "").file("b", "").build();
        Limits limits = Limits.standard().with(Limit.PATH_LENGTH, 50);
        assertThat(read(tar, limits).paths()).containsExactly("/b");
        assertThat(reasons().getFirst()).contains("--max-path-length");
    }

    @Test
    void missingEndMarkIsNoProblem() throws Exception {
        assertThat(read(new TarBuilder().file("a", "x").buildOpen()).paths()).containsExactly("/a");
        assertThat(read(new byte[0]).paths()).isEmpty();
        assertThat(read(new byte[512]).paths()).isEmpty();
        assertThat(read(new byte[10_240]).paths()).isEmpty();
    }

    @Test
    void loneZeroBlockBetweenEntriesIsMalformed() {
        byte[] tar = new TarBuilder().rawBlocks(new byte[512]).file("a", "x").build();
        assertThatThrownBy(() -> read(tar))
                .isInstanceOf(TarFormatException.class)
                .hasMessageContaining("single zero block");
    }

    @Test
    void randomBytesAreNoTar() {
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        assertThatThrownBy(() -> read(noise)).isInstanceOf(TarFormatException.class);
    }

    @Test
    void interruptionEndsTheReading() {
        byte[] tar = new TarBuilder().file("a", "x").file("b", "y").build();
        TarReader reader =
                new TarReader(TarInput.of(MemorySegment.ofArray(tar)), Limits.standard(), problems);
        assertThatThrownBy(() -> reader.read(entry -> Thread.currentThread().interrupt()))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
