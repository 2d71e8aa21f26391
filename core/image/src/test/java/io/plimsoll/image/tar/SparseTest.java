package io.plimsoll.image.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.image.EntryKind;
import io.plimsoll.image.LayerEntry;
import io.plimsoll.image.problem.ProblemLog;
import io.plimsoll.model.Limits;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SparseTest {
    private static final Map<String, String> DIGESTS =
            Map.of(
                    "/holes",
                    "01a936bcff12b5204812e0dd912d82fddacbc1715f2ba039f880adb136cc0711",
                    "/many",
                    "2467ce599736c78789a306a6d9d448dce637653e7151c752a51a6064a23f2a90",
                    "/empty-sparse",
                    "9192c25b734fcbadbe32dadc28089c60db0e39f90cc20ce2e5733f57261acc0c",
                    "/plain",
                    ImageBuilder.digest("plain\n".getBytes(StandardCharsets.UTF_8)).hex());

    private static byte[] fixture(String name) throws IOException {
        try (InputStream stored =
                        Objects.requireNonNull(SparseTest.class.getResourceAsStream(name));
                InputStream plain = new GZIPInputStream(stored)) {
            return plain.readAllBytes();
        }
    }

    private static Map<String, String> contents(byte[] tar)
            throws IOException, InterruptedException {
        Map<String, String> digests = new LinkedHashMap<>();
        ProblemLog problems = new ProblemLog("layer");
        new TarReader(TarInput.of(new ByteArrayInputStream(tar)), Limits.standard(), problems)
                .read(entry -> digest(entry, digests));
        assertThat(problems.problems()).isEmpty();
        return digests;
    }

    private static void digest(LayerEntry entry, Map<String, String> digests) throws IOException {
        if (entry.kind() == EntryKind.FILE) {
            byte[] content = entry.stream().readAllBytes();
            assertThat(content).hasSize((int) entry.size());
            digests.put(entry.path(), ImageBuilder.digest(content).hex());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gnu", "pax-0.0", "pax-0.1", "pax-1.0"})
    void sparseFilesOfGnuTarHaveTheirHoles(String format) throws Exception {
        assertThat(contents(fixture("sparse-" + format + ".tar.gz"))).isEqualTo(DIGESTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gnu", "pax-0.0", "pax-0.1", "pax-1.0"})
    void unreadSparseContentIsPassedOver(String format) throws Exception {
        int[] count = {0};
        new TarReader(
                        TarInput.of(
                                new ByteArrayInputStream(fixture("sparse-" + format + ".tar.gz"))),
                        Limits.standard(),
                        new ProblemLog("layer"))
                .read(entry -> count[0]++);
        assertThat(count[0]).isEqualTo(DIGESTS.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"long-gnu", "long-pax"})
    void longNamesOfGnuTarAreRead(String name) throws Exception {
        String folder = "/long" + ("/" + "d".repeat(60)).repeat(5);
        assertThat(contents(fixture(name + ".tar.gz"))).containsOnlyKeys(folder + "/file");
    }

    @Test
    void archiveOfTheSeventhEditionIsRead() throws Exception {
        assertThat(contents(fixture("v7.tar.gz"))).containsOnlyKeys("/v7/file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22 GNU.sparse.size=10\n29 GNU.sparse.map=0,5,3,5000\n",
                "22 GNU.sparse.size=10\n22 GNU.sparse.map=8,5\n",
                "22 GNU.sparse.size=10\n20 GNU.sparse.map=0\n",
                "22 GNU.sparse.size=10\n24 GNU.sparse.map=0,5,x\n",
                "22 GNU.sparse.size=10\n22 GNU.sparse.map=0,4\n",
                "22 GNU.sparse.major=1\n22 GNU.sparse.minor=0\n26 GNU.sparse.realsize=10\n"
            })
    void contradictingMapsAreMalformed(String records) {
        byte[] tar =
                new TarBuilder()
                        .rawHeader("x", 'x', Integer.toOctalString(records.length()), "")
                        .rawBlocks(records.getBytes(StandardCharsets.UTF_8))
                        .rawHeader("f", '0', "5", "")
                        .rawBlocks(new byte[5])
                        .build();
        assertThatThrownBy(() -> contents(tar)).isInstanceOf(TarFormatException.class);
    }
}
