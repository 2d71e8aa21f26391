package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.acceptance.HostileLayouts.RawLayout;
import io.plimsoll.engine.Access;
import io.plimsoll.engine.Progress;
import io.plimsoll.engine.ScanOptions;
import io.plimsoll.engine.ScannedTarget;
import io.plimsoll.engine.Scanner;
import io.plimsoll.engine.Target;
import io.plimsoll.model.Limit;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Problem;
import io.plimsoll.testkit.BlobCompression;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each limit, lowered until a small input goes beyond it, says so by its flag; and says nothing of
/// the same input by default.
final class LimitsTest {
    private static final int MIB = 1024 * 1024;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void aLimitIsEnforcedAndNamed(Limit limit) throws Exception {
        String target = target(limit);
        assertThat(said(target, Limits.standard())).doesNotContain("--max-");
        assertThat(said(target, Limits.standard().with(limit, low(limit)))).contains(limit.flag());
    }

    /// No default branch: a new limit needs its row here and below.
    private static long low(Limit limit) {
        return switch (limit) {
            case ENTRIES, NESTING, LAYERS, PACKAGES -> 1;
            case EXPANSION_RATIO, JSON_DEPTH -> 2;
            case ENTRY_SIZE,
                    FILE_SIZE,
                    TEXT_FILE,
                    MEMORY_FILE,
                    PATH_LENGTH,
                    NESTED_SIZE,
                    MANIFEST_SIZE,
                    LINE_LENGTH ->
                    10;
        };
    }

    private String target(Limit limit) throws IOException {
        return switch (limit) {
            case ENTRIES, ENTRY_SIZE, TEXT_FILE, PATH_LENGTH, JSON_DEPTH, MANIFEST_SIZE ->
                    layout(HostileTars.goodLayer());
            case LAYERS -> layout(HostileTars.goodLayer(), HostileTars.goodLayer());
            case EXPANSION_RATIO -> zeros();
            case NESTING, NESTED_SIZE -> jars();
            case MEMORY_FILE -> write("sbom", "{\"bomFormat\":\"CycloneDX\",\"components\":[]}");
            case FILE_SIZE, LINE_LENGTH, PACKAGES ->
                    write("purls", "pkg:npm/lodash@4.17.15\npkg:npm/lodash@4.17.16\n");
        };
    }

    private String layout(byte[]... layers) {
        RawLayout layout = new RawLayout();
        return layout.image(layout.config(List.of(layers)), List.of(layers)).write(folder);
    }

    private String zeros() {
        byte[] layer = new TarBuilder().file("zeros", new byte[80 * MIB]).build();
        RawLayout layout = new RawLayout();
        byte[] blob = BlobCompression.GZIP.compress(layer);
        return layout.image(layout.config(List.of(layer)), List.of(blob)).write(folder);
    }

    private String jars() throws IOException {
        byte[] inner = HostileBombs.zip("a/B.class", new byte[1000]);
        byte[] outer = HostileBombs.zip("b.jar", HostileBombs.zip("a.jar", inner));
        return layout(new TarBuilder().file("app/c.jar", outer).build());
    }

    private String write(String kind, String content) throws IOException {
        return kind + ":" + Files.writeString(folder.resolve(kind), content);
    }

    /// The reasons of all problems, or the message that says why there is no report.
    private static String said(String target, Limits limits)
            throws IOException, InterruptedException {
        ScanOptions options =
                new ScanOptions(
                                Repository.advisories(),
                                Optional.empty(),
                                limits,
                                Optional.empty(),
                                Access.FILES_ONLY,
                                LocalDate.of(2026, 11, 22),
                                "test")
                        .withChecks(target.startsWith("oci-dir:"));
        try {
            ScannedTarget read = new Scanner(options, Progress.SILENT).read(Target.parse(target));
            return read.inventory().problems().stream()
                    .map(Problem::reason)
                    .collect(Collectors.joining("\n"));
        } catch (LimitExceededException limit) {
            return String.valueOf(limit.getMessage());
        }
    }
}
