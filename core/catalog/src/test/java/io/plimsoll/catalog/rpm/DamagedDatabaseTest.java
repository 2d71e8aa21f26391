package io.plimsoll.catalog.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.FixtureTest;
import io.plimsoll.catalog.TestFile;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Databases with one thing wrong: what is said of it, and what is kept.
final class DamagedDatabaseTest {
    private static final int PAGE = 4096;
    private static final String SQLITE = "/var/lib/rpm/rpmdb.sqlite";

    private final Cataloger berkeley = new RpmBerkeleyCataloger();
    private final Cataloger ndb = new RpmNdbCataloger();
    private final Cataloger sqlite = new RpmSqliteCataloger();

    @Test
    void aCircleOfOverflowPagesLosesOnePackage() throws Exception {
        TestFile file = sample(berkeley, "berkeley-big", "/var/lib/rpm/Packages");
        byte[] bytes = file.content();
        ByteBuffer big = ByteBuffer.wrap(bytes);
        for (int page = 0; page < bytes.length / PAGE; page++) {
            int at = page * PAGE;
            if (bytes[at + 25] == 7 && big.getInt(at + 16) != 0) {
                big.putInt(at + 16, page);
            }
        }
        Catalog catalog = berkeley.catalog(file.withContent(bytes));
        assertThat(catalog.packages()).hasSize(3);
        assertThat(catalog.problems())
                .singleElement()
                .extracting(Problem::reason)
                .asString()
                .matches("byte \\d+: page \\d+ is used twice");
    }

    @Test
    void fewerRecordsThanStatedIsAProblem() throws Exception {
        TestFile file = sample(berkeley, "berkeley-little", "/var/lib/rpm/Packages");
        byte[] bytes = file.content();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(88, 7);
        Catalog catalog = berkeley.catalog(file.withContent(bytes));
        assertThat(catalog.packages()).hasSize(4);
        assertThat(reasons(catalog)).containsExactly("byte 88: 7 records stated, 6 found");
    }

    @Test
    void anEncryptedDatabaseIsToldAsSuch() throws Exception {
        TestFile file = sample(berkeley, "berkeley-little", "/var/lib/rpm/Packages");
        byte[] bytes = file.content();
        bytes[24] = 1;
        assertThat(berkeley.catalog(file.withContent(bytes)).problems())
                .extracting(Problem::kind)
                .containsExactly(ProblemKind.ENCRYPTED);
    }

    @Test
    void anNdbBlobWithAWrongChecksumIsKeptAndTold() throws Exception {
        TestFile file = sample(ndb, "ndb", "/usr/lib/sysimage/rpm/Packages.db");
        byte[] bytes = file.content();
        ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int slot = 4 * 16;
        int end = (little.getInt(slot + 8) + little.getInt(slot + 12)) * 16;
        bytes[end - 12] ^= 1;
        Catalog catalog = ndb.catalog(file.withContent(bytes));
        assertThat(catalog.packages()).hasSize(3);
        assertThat(catalog.problems())
                .extracting(Problem::kind)
                .containsExactly(ProblemKind.MISMATCH);
    }

    @Test
    void aPackageCountsOnceHoweverManySlotsNameIt() throws Exception {
        TestFile file = sample(ndb, "ndb", "/usr/lib/sysimage/rpm/Packages.db");
        byte[] bytes = file.content();
        for (int slot = 32; slot < PAGE; slot += 16) {
            System.arraycopy(bytes, 4 * 16, bytes, slot, 16);
        }
        Catalog catalog = ndb.catalog(file.withContent(bytes));
        assertThat(catalog.packages()).hasSize(1);
        assertThat(reasons(catalog)).contains("byte 48: a second slot of package 3");
    }

    @Test
    void withoutItsLogADatabaseHasWhatWasThereBefore() throws Exception {
        TestFile file = sample(sqlite, "sqlite-wal", SQLITE);
        assertThat(names(sqlite.catalog(file))).contains("later", "later-libs").hasSize(6);
        TestFile alone = TestFile.of(SQLITE, file.content());
        assertThat(names(sqlite.catalog(alone))).doesNotContain("later").hasSize(4);
    }

    @Test
    void aFlippedByteInTheLogEndsItThere() throws Exception {
        byte[] log = log();
        log[log.length - 1] ^= 1;
        Catalog catalog = sqlite.catalog(withLog(log));
        assertThat(names(catalog))
                .isSubsetOf(
                        "plimsoll-base",
                        "plimsoll-base-libs",
                        "zoned",
                        "zoned-libs",
                        "later",
                        "later-libs");
        assertThat(catalog.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.path()).isEqualTo(SQLITE + "-wal"))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.MISMATCH));
    }

    @Test
    void framesOfAnEarlierLogDoNotCount() throws Exception {
        byte[] log = log();
        log[32 + 8] ^= 1;
        Catalog catalog = sqlite.catalog(withLog(log));
        assertThat(names(catalog)).hasSize(4);
        assertThat(catalog.problems()).isEmpty();
    }

    @Test
    void whatWasNotCommittedDoesNotCount() throws Exception {
        byte[] log = Arrays.copyOf(log(), 32 + 24 + PAGE);
        Catalog catalog = sqlite.catalog(withLog(log));
        assertThat(names(catalog)).hasSize(4);
        assertThat(catalog.problems()).isEmpty();
    }

    @Test
    void aLogOfAnotherDatabaseIsAProblemAndTheFileCountsAlone() throws Exception {
        for (int at : new int[] {0, 4, 8, 16, 24}) {
            byte[] log = log();
            log[at] ^= 1;
            Catalog catalog = sqlite.catalog(withLog(log));
            assertThat(names(catalog)).hasSize(4);
            assertThat(catalog.problems()).as("byte %d", at).hasSize(1);
        }
        assertThat(sqlite.catalog(withLog(new byte[10])).problems()).hasSize(1);
        assertThat(sqlite.catalog(withLog(new byte[0])).problems()).isEmpty();
    }

    private static TestFile sample(Cataloger cataloger, String name, String path)
            throws IOException {
        return FixtureTest.file(cataloger, FixtureTest.root("rpm", name), path);
    }

    private byte[] log() throws IOException {
        return sample(sqlite, "sqlite-wal", SQLITE).companion("-wal").orElseThrow().stream()
                .readAllBytes();
    }

    private TestFile withLog(byte[] log) throws IOException {
        return sample(sqlite, "sqlite-wal", SQLITE).withCompanion("-wal", log);
    }

    private static List<String> names(Catalog catalog) {
        return catalog.packages().stream().map(PackageRecord::name).toList();
    }

    private static List<String> reasons(Catalog catalog) {
        return catalog.problems().stream().map(Problem::reason).toList();
    }
}
