package io.plimsoll.catalog.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class HeaderTest {
    private static final String PATH = "/var/lib/rpm/Packages";

    @Test
    void theEpochStandsBeforeTheVersionOfThePackageAndItsSource() throws Exception {
        PackageRecord found =
                only(
                        HeaderWriter.of("bind-libs", "9.16.23", "11.el9")
                                .numbers(Header.EPOCH, 32)
                                .string(Header.SOURCE_RPM, "bind-9.16.23-11.el9.src.rpm"));
        assertThat(found.version()).isEqualTo("32:9.16.23-11.el9");
        assertThat(found.source().orElseThrow().name()).isEqualTo("bind");
        assertThat(found.source().orElseThrow().version()).isEqualTo("32:9.16.23-11.el9");
    }

    @Test
    void anEpochOfZeroIsNotShown() throws Exception {
        HeaderWriter header = HeaderWriter.of("a", "1", "2").numbers(Header.EPOCH, 0);
        assertThat(only(header).version()).isEqualTo("1-2");
    }

    @Test
    void onlyNameAndStreamOfAModuleAreKept() throws Exception {
        HeaderWriter header =
                HeaderWriter.of("nodejs", "18", "1")
                        .string(Header.MODULARITY_LABEL, "nodejs:18:8090020240101:a75119d5");
        assertThat(only(header).module()).isEqualTo("nodejs:18");
        header = HeaderWriter.of("x", "1", "1").string(Header.MODULARITY_LABEL, "x:1");
        assertThat(only(header).module()).isEqualTo("x:1");
    }

    @Test
    void dependenciesHaveTheirVersionsAndStandOnce() throws Exception {
        PackageRecord found =
                only(
                        HeaderWriter.of("a", "1", "1")
                                .strings(Header.REQUIRE_NAME, "b", "c", "b", "rpmlib(x)", "d")
                                .strings(Header.REQUIRE_VERSION, "1.2", "", "1.2", "3", "4")
                                .numbers(Header.REQUIRE_FLAGS, 12, 0, 12 | 512, 8, 2)
                                .strings(Header.PROVIDE_NAME, "a", "web(server)"));
        assertThat(found.relations().requires()).containsExactly("b >= 1.2", "c", "d < 4");
        assertThat(found.relations().provides()).containsExactly("web(server)");
    }

    @Test
    void filesAreNamedByFolderAndNameOrInOldHeadersWhole() throws Exception {
        Catalog catalog =
                read(
                        HeaderWriter.of("a", "1", "1")
                                .strings(Header.BASE_NAMES, "x", "y")
                                .strings(Header.DIR_NAMES, "/usr/", "/usr/bin/")
                                .numbers(Header.DIR_INDEXES, 1, 0),
                        HeaderWriter.of("old", "1", "1").strings(Header.OLD_FILE_NAMES, "/bin/z"));
        assertThat(catalog.ownerships()).hasSize(2);
        assertThat(catalog.ownerships().getFirst().owner()).isEqualTo("a");
        assertThat(catalog.ownerships().getFirst().paths().contains("/usr/bin/x")).isTrue();
        assertThat(catalog.ownerships().getFirst().paths().contains("/usr/y")).isTrue();
        assertThat(catalog.ownerships().getLast().paths().contains("/bin/z")).isTrue();
    }

    @Test
    void aSigningKeyIsNoPackage() throws Exception {
        Catalog catalog = read(HeaderWriter.of("gpg-pubkey", "16c46123", "6b05cbc3"));
        assertThat(catalog).isEqualTo(Catalog.EMPTY);
    }

    @Test
    void aBrokenFieldKeepsThePackage() throws Exception {
        Catalog catalog =
                read(
                        HeaderWriter.of("a", "1", "1")
                                .entry(Header.PROVIDE_NAME, 8, 1 << 30, 5)
                                .entry(Header.ARCH, 4, 0, 1)
                                .entry(Header.REQUIRE_FLAGS, 4, 0, -1)
                                .string(Header.SOURCE_RPM, "nonsense"));
        assertThat(catalog.packages()).singleElement().satisfies(HeaderTest::isA);
        assertThat(catalog.problems())
                .hasSize(4)
                .allSatisfy(
                        problem -> assertThat(problem.reason()).startsWith("header at byte 0: "));
    }

    @Test
    void aBrokenHeaderKeepsTheOthers() throws Exception {
        byte[] whole = HeaderWriter.of("a", "1", "1").bytes();
        HeaderCollector collector = new HeaderCollector(PATH, 10_000, Limits.standard());
        add(collector, Arrays.copyOf(whole, whole.length - 1));
        add(collector, new HeaderWriter().string(Header.VERSION, "1").bytes());
        add(collector, whole);
        assertThat(collector.catalog().packages()).singleElement().satisfies(HeaderTest::isA);
        assertThat(collector.catalog().problems())
                .extracting(Problem::kind)
                .containsExactly(ProblemKind.TRUNCATED, ProblemKind.MALFORMED);
    }

    @Test
    void aFileListFarLargerThanItsHeaderIsNotBuilt() throws Exception {
        String[] names = new String[100_000];
        Arrays.fill(names, "f");
        HeaderWriter header =
                HeaderWriter.of("a", "1", "1")
                        .strings(Header.BASE_NAMES, names)
                        .strings(Header.DIR_NAMES, "/" + "d".repeat(100_000))
                        .numbers(Header.DIR_INDEXES, new int[names.length]);
        Catalog catalog = read(header);
        assertThat(catalog.packages()).hasSize(1);
        assertThat(catalog.ownerships()).isEmpty();
        assertThat(catalog.problems()).hasSize(1);
    }

    @Test
    void theLimitOfPackagesStopsTheReadingAndIsAProblem() throws Exception {
        Limits limits = Limits.standard().with(Limit.PACKAGES, 1);
        HeaderCollector collector = new HeaderCollector(PATH, 10_000, limits);
        add(collector, HeaderWriter.of("a", "1", "1").bytes());
        add(collector, HeaderWriter.of("b", "1", "1").bytes());
        assertThat(collector.isFull()).isTrue();
        assertThat(collector.catalog().packages()).hasSize(1);
        assertThat(collector.catalog().problems())
                .extracting(Problem::kind)
                .containsExactly(ProblemKind.LIMIT);
    }

    private static PackageRecord only(HeaderWriter header) throws InterruptedException {
        Catalog catalog = read(header);
        assertThat(catalog.problems()).isEmpty();
        assertThat(catalog.packages()).hasSize(1);
        return catalog.packages().getFirst();
    }

    private static Catalog read(HeaderWriter... headers) throws InterruptedException {
        HeaderCollector collector = new HeaderCollector(PATH, 10_000_000, Limits.standard());
        for (HeaderWriter header : headers) {
            add(collector, header.bytes());
        }
        return collector.catalog();
    }

    private static void add(HeaderCollector collector, byte[] header) throws InterruptedException {
        collector.add(Bytes.of(header, header.length, ByteOrder.BIG_ENDIAN, 0), 0);
    }

    private static void isA(PackageRecord found) {
        assertThat(found.name()).isEqualTo("a");
        assertThat(found.version()).isEqualTo("1-1");
        assertThat(found.architecture()).isEmpty();
    }
}
