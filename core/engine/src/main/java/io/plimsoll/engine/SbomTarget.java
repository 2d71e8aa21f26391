package io.plimsoll.engine;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Targets that are SBOMs: CycloneDX JSON, and our own report.
final class SbomTarget {
    /// Names, values and brackets of a document that is held in memory: an SBOM of a quarter million
    /// packages.
    private static final long MAX_TOKENS = 4_000_000;

    private SbomTarget() {}

    /// Reads an SBOM.
    ///
    /// @throws TargetFormatException if it is none of these, or damaged
    static ScannedTarget read(Path file, Limits limits) throws IOException {
        JsonObject root = parse(file, limits);
        if (root.text("bomFormat").equals("CycloneDX")) {
            return new CycloneDxTarget(root, file).read();
        }
        if (root.text("schema").startsWith("plimsoll-report/")) {
            return new ReportTarget(root, file).read();
        }
        throw new TargetFormatException(
                file
                        + " is no SBOM that can be read: neither CycloneDX JSON (\"bomFormat\") nor a"
                        + " plimsoll report (\"schema\")");
    }

    private static JsonObject parse(Path file, Limits limits) throws IOException {
        limits.check(Limit.MEMORY_FILE, Files.size(file), file.toString());
        int depth = (int) Math.min(limits.of(Limit.JSON_DEPTH), Integer.MAX_VALUE);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
            return Json.parse(in, depth, MAX_TOKENS).asObject();
        } catch (JsonFormatException broken) {
            throw new TargetFormatException(
                    file + " is no JSON document: " + broken.getMessage(), broken);
        }
    }
}
