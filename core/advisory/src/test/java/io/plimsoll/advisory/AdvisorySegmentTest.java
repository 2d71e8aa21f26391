package io.plimsoll.advisory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.Score;
import io.plimsoll.model.VersionRange;
import io.plimsoll.model.VersionRange.Event;
import io.plimsoll.model.VersionRange.Kind;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdvisorySegmentTest {
    private static final int MANY = 5_000;

    @TempDir Path folder;

    @Test
    void everyPartOfAnAdvisoryComesBack() throws IOException {
        Advisory advisory =
                new Advisory(
                        "DEBIAN-CVE-2024-5535",
                        List.of("GHSA-abcd-efgh-2345", "x_odd:id"),
                        List.of("CVE-2024-5535", "CVE-1999-0001"),
                        Optional.of(LocalDate.of(2024, 6, 27)),
                        Optional.empty(),
                        true,
                        "IMPORTANT",
                        List.of(new Score("nvd@nist.gov", "CVSS:3.1/AV:N", 9.1)),
                        List.of(79, 1321),
                        "a source",
                        "CC0-1.0",
                        "https://example.org/ü",
                        "a title");
        Affected affected =
                new Affected(
                        0,
                        List.of(range("0", "3.0.14-1"), range("3.1", "3.1.2")),
                        List.of("2.9", "2.10"),
                        "open",
                        "nodejs:18",
                        "upper-bound",
                        true);
        AdvisorySegment segment =
                open(writer -> writer.add(advisory, Map.of("openssl", List.of(affected))));
        assertThat(segment.find("openssl")).containsExactly(affected);
        assertThat(segment.advisory(0)).isEqualTo(advisory);
    }

    @Test
    void everyNameIsFoundAndNoOther() throws IOException {
        List<String> names = names();
        AdvisorySegment segment =
                open(writer -> {
                    for (int i = 0; i < names.size(); i++) {
                        writer.add(
                                plain("A-" + i), Map.of(names.get(i), List.of(fixedIn("1." + i))));
                    }
                });
        for (String name : names) {
            assertThat(segment.find(name)).as(name).hasSize(1);
            assertThat(segment.find(name + "\0")).as(name + " and a zero").isEmpty();
            assertThat(segment.find(name.substring(1) + "~")).as("not " + name).isEmpty();
        }
    }

    @Test
    void theOrderOfAddingDoesNotShowInTheBytes() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            order.add(i);
        }
        byte[] straight = write(order);
        Collections.shuffle(order, new Random(7));
        assertThat(write(order)).isEqualTo(straight);
    }

    @Test
    void oneIdTwiceIsRefused() {
        AdvisorySegmentWriter writer = new AdvisorySegmentWriter();
        writer.add(plain("A-1"), Map.of());
        writer.add(plain("A-1"), Map.of());
        assertThatThrownBy(writer::toByteArray)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A-1");
    }

    @Test
    void aFileCutAnywhereIsAnErrorOfTheStoreOrAMalformedSegment() throws IOException {
        AdvisorySegmentWriter writer = new AdvisorySegmentWriter();
        for (int i = 0; i < 300; i++) {
            writer.add(plain("A-" + i), Map.of("p" + i, List.of(fixedIn("1"))));
        }
        byte[] whole = writer.toByteArray();
        int refused = 0;
        for (int tenth = 0; tenth < 10; tenth++) {
            Path file = folder.resolve("cut" + tenth);
            Files.write(file, java.util.Arrays.copyOf(whole, whole.length * tenth / 10));
            try (Arena arena = Arena.ofConfined()) {
                AdvisorySegment segment = AdvisorySegment.open(info(), file, arena);
                segment.forEachAdvisory(advisory -> assertThat(advisory.id()).startsWith("A-"));
            } catch (AdvisoryStoreException
                    | MalformedSegmentException
                    | IndexOutOfBoundsException expected) {
                refused++;
            }
        }
        assertThat(refused).isEqualTo(10);
    }

    private interface Filling {
        void fill(AdvisorySegmentWriter writer);
    }

    private AdvisorySegment open(Filling filling) throws IOException {
        AdvisorySegmentWriter writer = new AdvisorySegmentWriter();
        filling.fill(writer);
        Path file = folder.resolve("segment");
        Files.write(file, writer.toByteArray());
        return AdvisorySegment.open(info(), file, Arena.ofAuto());
    }

    private static byte[] write(List<Integer> order) {
        AdvisorySegmentWriter writer = new AdvisorySegmentWriter();
        for (int i : order) {
            writer.add(plain("A-" + i), Map.of("p" + i, List.of(fixedIn("1." + i))));
        }
        return writer.toByteArray();
    }

    private static List<String> names() {
        Random random = new Random(42);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String stem =
                    "lib".repeat(random.nextInt(4)) + Integer.toString(random.nextInt(1 << 20), 36);
            names.add(
                    stem
                            + (random.nextBoolean() ? "-dev" : "")
                            + (random.nextInt(9) == 0 ? "ü" : ""));
        }
        return names.stream().distinct().toList();
    }

    private static SegmentInfo info() {
        return new SegmentInfo(
                "test",
                SegmentInfo.Kind.ADVISORIES,
                "Test",
                StoreWriter.sha256(new byte[0]),
                0,
                0,
                0,
                Optional.empty(),
                List.of(),
                "");
    }

    private static Advisory plain(String id) {
        return new Advisory(
                id,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                "",
                List.of(),
                List.of(),
                "",
                "",
                "",
                "");
    }

    private static Affected fixedIn(String version) {
        return new Affected(0, List.of(range("0", version)), List.of(), "", "", "", false);
    }

    private static VersionRange range(String introduced, String fixed) {
        return new VersionRange(
                List.of(new Event(Kind.INTRODUCED, introduced), new Event(Kind.FIXED, fixed)));
    }
}
