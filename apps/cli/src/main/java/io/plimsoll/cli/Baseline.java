package io.plimsoll.cli;

import io.plimsoll.engine.Progress;
import io.plimsoll.engine.ScanOptions;
import io.plimsoll.engine.Scanner;
import io.plimsoll.engine.Target;
import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Limit;
import io.plimsoll.report.compare.Side;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reports to compare with: kept ones as they are, anything else by scanning it.
final class Baseline {
    private static final long MAX_TOKENS = 8_000_000;
    private static final int HEAD = 4096;

    private Baseline() {}

    /// A report that was kept.
    ///
    /// @throws IllegalArgumentException if the file is none
    static Side kept(Path file, ScanOptions options) throws IOException {
        options.limits().check(Limit.MEMORY_FILE, Files.size(file), file.toString());
        int depth = Math.toIntExact(options.limits().of(Limit.JSON_DEPTH));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
            JsonObject report = Json.parse(in, depth, MAX_TOKENS).asObject();
            return Side.of(file.toString(), report);
        } catch (JsonFormatException broken) {
            throw new IllegalArgumentException(
                    file + " is no report: " + broken.getMessage(), broken);
        }
    }

    /// A kept report where the target is one, else a scan of it.
    static Side of(String target, ScanOptions options, Progress progress)
            throws IOException, InterruptedException {
        Optional<Path> report = report(target);
        return report.isPresent()
                ? kept(report.get(), options)
                : Side.of(target, new Scanner(options, progress).scan(Target.parse(target)));
    }

    /// The file of a bare path that begins as a report does.
    private static Optional<Path> report(String target) throws IOException {
        Path path = Path.of(target.startsWith("sbom:") ? target.substring(5) : target);
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(path)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            return head.contains("\"" + Side.SCHEMA + "\"") ? Optional.of(path) : Optional.empty();
        }
    }
}
