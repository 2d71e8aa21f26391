package io.plimsoll.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.advisory.AdvisorySegment;
import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.Affected;
import io.plimsoll.advisory.OfficialImage;
import io.plimsoll.advisory.ReleaseCycle;
import io.plimsoll.advisory.StoreIndex;
import io.plimsoll.model.Epss;
import io.plimsoll.model.Problem;
import io.plimsoll.model.Score;
import io.plimsoll.model.VersionRange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreBuilderTest {
    @TempDir Path folder;
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void recordsOfAnArchiveAndSingleOnesBecomeASegmentEachRelease() throws IOException {
        zip("osv/Debian/all.zip", Map.of("a.json", record("A-1", "Debian:12", "openssl", "3.0")));
        write("osv/Debian/b.json", record("A-2", "Debian:13", "openssl", "3.5"));
        StoreIndex index = build(Set.of());
        assertThat(index.segments()).extracting("name").containsExactly("debian-12", "debian-13");
        try (AdvisoryStore store = AdvisoryStore.open(folder.resolve("store"))) {
            AdvisorySegment segment = store.advisoriesOf("Debian:12").getFirst();
            assertThat(segment.find("openssl")).hasSize(1);
            assertThat(segment.advisory(0).scores())
                    .containsExactly(
                            new Score("s", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 9.8));
            assertThat(segment.advisory(0).cwes()).containsExactly(79);
            assertThat(segment.advisory(0).summary()).isEqualTo("a title");
            assertThat(segment.advisory(0).url()).isEqualTo("https://example.org/1");
        }
    }

    @Test
    void aBrokenRecordIsAProblemAndHidesNoOther() throws IOException {
        write("osv/npm/1.json", "{\"id\": \"A-0\", ");
        write("osv/npm/2.json", "{\"affected\": []}");
        write("osv/npm/3.json", record("A-1", "npm", "lodash", "4.17.21"));
        StoreIndex index = build(Set.of());
        assertThat(index.segments()).hasSize(1);
        assertThat(problems).hasSize(2);
        assertThat(problems.getFirst().path()).endsWith("1.json");
        assertThat(problems.getFirst().reason()).contains("line 1");
    }

    @Test
    void theTableOfOfficialImagesBecomesBuildsByName() throws IOException {
        write(
                "official-images/library.tsv",
                """
                image\ttags\tshared_tags\tarchitectures\tfrom\tos_base
                python\t3.9-slim-20260803 3.9-slim\t3.9\tamd64 arm64v8\tdebian:bookworm-slim\tdebian:bookworm-slim
                python\ttoo few
                debian\t12.15 12\t\tamd64\t\tdebian:bookworm
                """);
        StoreIndex index = build(Set.of());
        assertThat(index.segments().getFirst().modified()).contains(LocalDate.of(2026, 8, 3));
        assertThat(index.segments().getFirst().records()).isEqualTo(2);
        assertThat(problems)
                .extracting(Problem::reason)
                .singleElement()
                .asString()
                .contains("line 3");
        try (AdvisoryStore store = AdvisoryStore.open(folder.resolve("store"))) {
            assertThat(store.officialImages("python"))
                    .containsExactly(
                            new OfficialImage(
                                    List.of("3.9-slim-20260803", "3.9-slim"),
                                    List.of("3.9"),
                                    List.of("amd64", "arm64v8"),
                                    "debian:bookworm-slim",
                                    "debian:bookworm-slim"));
            assertThat(store.officialImages("debian").getFirst().isTagged("12")).isTrue();
            assertThat(store.officialImages("nobody")).isEmpty();
        }
    }

    @Test
    void anArchiveOfTheListsOwnFilesIsReadToo() throws IOException {
        zip(
                "official-images/master.zip",
                Map.of(
                        "official-images-master/library/hello",
                        """
                        # a comment
                        Maintainers: Somebody <a@example.org>
                        Architectures: amd64, arm64v8

                        Tags: 2.1, 2,
                         latest
                        SharedTags: two
                        GitCommit: 1234
                        Directory: a

                        Tags: 1.0
                        Architectures: s390x
                        nonsense
                        """,
                        "official-images-master/README.md",
                        "no list"));
        build(Set.of());
        assertThat(problems)
                .extracting(Problem::reason)
                .containsExactly("line 13 is no `Key: value`");
        try (AdvisoryStore store = AdvisoryStore.open(folder.resolve("store"))) {
            assertThat(store.officialImages("hello"))
                    .containsExactly(
                            new OfficialImage(
                                    List.of("2.1", "2", "latest"),
                                    List.of("two"),
                                    List.of("amd64", "arm64v8"),
                                    "",
                                    ""),
                            new OfficialImage(List.of("1.0"), List.of(), List.of("s390x"), "", ""));
        }
    }

    @Test
    void namesAreFoldedAsTheirEcosystemDoes() throws IOException {
        write("osv/PyPI/1.json", record("A-1", "PyPI", "Zope.Interface__x", "1"));
        build(Set.of());
        try (AdvisoryStore store = AdvisoryStore.open(folder.resolve("store"))) {
            assertThat(store.advisoriesOf("PyPI").getFirst().find("zope-interface-x")).hasSize(1);
        }
    }

    @Test
    void boundsInCustomRangesCountBeforeTheOpenRange() throws IOException {
        write(
                "osv/Go/1.json",
                """
                {"id": "GO-1", "affected": [{"package": {"ecosystem": "Go", "name": "m"},
                  "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}],
                  "ecosystem_specific": {"custom_ranges": [
                    {"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.2"}]}]}}]}
                """);
        build(Set.of());
        try (AdvisoryStore store = AdvisoryStore.open(folder.resolve("store"))) {
            Affected affected = store.advisoriesOf("Go").getFirst().find("m").getFirst();
            assertThat(affected.ranges().getFirst().events())
                    .contains(new VersionRange.Event(VersionRange.Kind.FIXED, "1.2"));
        }
    }

    @Test
    void theFactFeedsAreRead() throws IOException {
        gzip(
                "nvd/nvdcve-2.0-2021.json.gz",
                """
                {"format": "NVD_CVE", "vulnerabilities": [{"cve": {"id": "CVE-2021-44228",
                  "published": "2021-12-10T10:15:09.143", "metrics": {"cvssMetricV2": [{"source":
                  "nvd@nist.gov", "cvssData": {"vectorString": "AV:N/AC:M/Au:N/C:C/I:C/A:C"}}]},
                  "weaknesses": [{"description": [{"value": "CWE-20"}]}]}}]}
                """);
        gzip(
                "epss/epss_scores-2026-08-16.csv.gz",
                """
                #model_version:v1,score_date:2026-08-16T00:00:00+0000
                cve,epss,percentile
                CVE-2021-44228,0.97,0.999
                CVE-broken
                CVE-2020-1,2.0,0.1
                """);
        write(
                "kev/known_exploited_vulnerabilities.json",
                "{\"dateReleased\": \"2026-08-07T00:00:00Z\", \"vulnerabilities\": "
                        + "[{\"cveID\": \"CVE-2021-44228\", \"dateAdded\": \"2021-12-10\"}]}");
        write(
                "eol/debian.json",
                "[{\"cycle\": \"12\", \"codename\": \"Bookworm\", \"eol\": \"2026-07-11\","
                        + " \"extendedSupport\": \"2028-06-30\", \"latest\": \"12.15\"}]");
        build(Set.of());
        try (AdvisoryStore store = AdvisoryStore.open(folder.resolve("store"))) {
            assertThat(store.vulnerability("CVE-2021-44228").scores())
                    .containsExactly(new Score("nvd@nist.gov", "AV:N/AC:M/Au:N/C:C/I:C/A:C", 9.3));
            assertThat(store.vulnerability("CVE-2021-44228").published())
                    .contains(LocalDate.of(2021, 12, 10));
            assertThat(store.epss("CVE-2021-44228")).contains(new Epss(0.97, 0.999));
            assertThat(store.knownExploited("CVE-2021-44228")).contains(LocalDate.of(2021, 12, 10));
            ReleaseCycle cycle = store.cycles("debian").getFirst();
            assertThat(cycle.codename()).isEqualTo("bookworm");
            assertThat(cycle.extended()).contains(LocalDate.of(2028, 6, 30));
        }
        assertThat(problems).hasSize(2);
        assertThat(problems.getFirst().reason()).contains("line 4").contains("CVE-broken");
    }

    @Test
    void onlyTheNamedSegmentsAreBuilt() throws IOException {
        write("osv/npm/1.json", record("A-1", "npm", "lodash", "1"));
        write("osv/PyPI/1.json", record("A-1", "PyPI", "django", "1"));
        assertThat(build(Set.of("npm")).segments()).extracting("name").containsExactly("npm");
    }

    @Test
    void theSameFeedsGiveTheSameSegments() throws IOException {
        write("osv/npm/1.json", record("A-1", "npm", "lodash", "1"));
        write("osv/npm/2.json", record("A-2", "npm", "lodash", "2"));
        assertThat(build(Set.of()).segments()).isEqualTo(build(Set.of()).segments());
    }

    private static String record(String id, String ecosystem, String name, String fixed) {
        return """
        {"id": "%s", "modified": "2026-01-02T03:04:05Z", "summary": "a title",
         "aliases": ["CVE-2024-1"], "severity": [{"type": "CVSS_V3",
           "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
         "affected": [{"package": {"ecosystem": "%s", "name": "%s"},
           "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "%s"}]}]}],
         "references": [{"type": "ADVISORY", "url": "https://example.org/1"}],
         "database_specific": {"source": "s", "license": "CC0-1.0", "severity": "HIGH",
           "cwe_ids": ["CWE-79", "NVD-CWE-noinfo"]}}
        """
                .formatted(id, ecosystem, name, fixed);
    }

    private StoreIndex build(Set<String> only) throws IOException {
        return new StoreBuilder(folder, only, problems::add)
                .build(folder.resolve("store"), Instant.parse("2026-11-22T00:00:00Z"));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void gzip(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void zip(String path, Map<String, String> members) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
