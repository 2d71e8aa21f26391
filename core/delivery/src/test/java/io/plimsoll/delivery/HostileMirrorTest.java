package io.plimsoll.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.advisory.AdvisoryStoreException;
import io.plimsoll.advisory.StoreIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Indexes that no builder writes, although somebody has signed them: each is refused before a file
/// is asked for.
final class HostileMirrorTest {
    private static final String HEX = "0".repeat(64);
    private static final String GOOD = segment("epss", "sha256:" + HEX, "10");

    @TempDir Path folder;
    private SigningKey key;

    @BeforeEach
    void key() throws IOException {
        key = Stores.key(folder, "key");
    }

    static Stream<String> indexes() {
        return Stream.of(
                "",
                "[]",
                "{",
                "{\"schema\":\"plimsoll-db/2\"}",
                index("{\"created\":1}"),
                index(segment("../../etc/passwd", "sha256:" + HEX, "10")),
                index(segment("epss", "sha256:../../../../etc/passwd", "10")),
                index(segment("epss", "sha256:" + HEX.replace('0', 'A'), "10")),
                index(segment("epss", "sha512:" + HEX + HEX, "10")),
                index(segment("epss", "sha256:" + HEX, "-1")),
                index(segment("epss", "sha256:" + HEX, "9223372036854775807")),
                index(segment("epss", "sha256:" + HEX, "1e400")),
                index(GOOD + "," + GOOD),
                index(many(6_000)),
                index(GOOD).replace("2026-11-22T00:00:00Z", "yesterday"),
                "[".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("indexes")
    void anIndexThatNoBuilderWritesIsRefused(String text) throws IOException {
        refuse(text);
    }

    @Test
    void anIndexLargerThanAnyIsRefused() throws IOException {
        refuse(" ".repeat(StoreIndex.MAX_SIZE + 1));
    }

    @Test
    void patchesThatLeadInCirclesEndSomewhere() throws IOException {
        String other = HEX.replace('0', '1');
        String circle =
                "\"patches\":[%s,%s],".formatted(patch(HEX, other, "2"), patch(other, HEX, "3"));
        assertThatThrownBy(
                        () -> update(index(GOOD).replace("\"segments\"", circle + "\"segments\"")))
                .isInstanceOf(AdvisoryStoreException.class)
                .hasMessageContaining("has no '" + HEX + ".seg'");
    }

    private void refuse(String text) {
        assertThatThrownBy(() -> update(text))
                .isInstanceOf(AdvisoryStoreException.class)
                .hasMessageEndingWith("there is no data yet")
                .message()
                .doesNotContain(".seg")
                .hasSizeLessThan(1_000);
        assertThat(folder.resolve("own")).doesNotExist();
    }

    private void update(String text) throws Exception {
        Path mirror = Files.createDirectories(folder.resolve("mirror"));
        Stores.sign(mirror, text.getBytes(StandardCharsets.UTF_8), key);
        TrustedKeys keys = TrustedKeys.of(List.of(folder.resolve("key.pub")));
        try (FileOrigin origin = FileOrigin.open(mirror)) {
            new StoreUpdate(
                            origin,
                            folder.resolve("own"),
                            new UpdateRules(Optional.of(keys), Optional.empty()),
                            notice -> {})
                    .run(Instant.parse("2026-12-01T00:00:00Z"));
        }
    }

    private static String index(String segments) {
        return "{\"schema\":\"plimsoll-db/1\",\"created\":\"2026-11-22T00:00:00Z\",\"segments\":["
                + segments
                + "]}";
    }

    private static String many(int count) {
        StringBuilder all = new StringBuilder(segment("s0", "sha256:" + HEX, "1"));
        for (int i = 1; i < count; i++) {
            all.append(',').append(segment("s" + i, "sha256:" + HEX, "1"));
        }
        return all.toString();
    }

    private static String segment(String name, String digest, String size) {
        return ("{\"name\":\"%s\",\"kind\":\"epss\",\"ecosystem\":\"\",\"digest\":\"%s\",\"size\":%s,"
                        + "\"records\":1,\"packages\":0}")
                .formatted(name, digest, size);
    }

    private static String patch(String from, String to, String digit) {
        return "{\"from\":\"sha256:%s\",\"to\":\"sha256:%s\",\"digest\":\"sha256:%s\",\"size\":1}"
                .formatted(from, to, digit.repeat(64));
    }
}
