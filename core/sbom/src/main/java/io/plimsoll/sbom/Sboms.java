package io.plimsoll.sbom;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Reads an SBOM of any format, which its content tells.
///
/// The caller bounds the size of the document. Depth, line length and the number of packages are
/// bounded here.
public final class Sboms {
    /// Names, values and brackets of a document that is held in memory: an SBOM of a quarter million
    /// packages.
    static final long MAX_TOKENS = 4_000_000;

    /// Bytes by which a format is known. Where there are comments before the first tag or element,
    /// they must end within these.
    private static final int HEAD = 4096;

    private Sboms() {}

    /// Reads a document.
    ///
    /// @param name of the file, for messages about limits
    /// @throws SbomFormatException if it is no SBOM that can be read, or damaged
    /// @throws io.plimsoll.model.LimitExceededException if it has more packages than is allowed
    /// @throws IOException if the bytes did not come
    public static Sbom read(InputStream in, String name, Limits limits) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 64 * 1024);
        buffered.mark(HEAD);
        String head = new String(buffered.readNBytes(HEAD), StandardCharsets.UTF_8);
        buffered.reset();
        Sbom sbom = ofHead(buffered, head, limits);
        limits.check(Limit.PACKAGES, sbom.components().size(), name);
        return sbom;
    }

    private static Sbom ofHead(InputStream in, String head, Limits limits) throws IOException {
        String text = head.startsWith("\ufeff") ? head.substring(1).strip() : head.strip();
        if (text.startsWith("<")) {
            return new CycloneDxReader(new CycloneDxXml(depth(limits)).read(in)).read();
        }
        if (SpdxTags.isBeginning(text)) {
            return new SpdxTags(in, limits).read();
        }
        return new Attestations(limits).read(json(in, limits));
    }

    private static JsonObject json(InputStream in, Limits limits) throws IOException {
        try {
            return Json.parse(in, depth(limits), MAX_TOKENS).asObject();
        } catch (JsonFormatException broken) {
            throw new SbomFormatException("is no JSON document: " + broken.getMessage(), broken);
        }
    }

    static int depth(Limits limits) {
        return (int) Math.min(limits.of(Limit.JSON_DEPTH), Integer.MAX_VALUE);
    }

    /// Reads a JSON document that is no envelope.
    ///
    /// @throws SbomFormatException if it is none of these
    static Sbom ofJson(JsonObject root) throws SbomFormatException {
        if (root.text("bomFormat").equals("CycloneDX")) {
            return new CycloneDxReader(root).read();
        }
        if (root.text("spdxVersion").startsWith("SPDX-2.")) {
            return SpdxJsonReader.read(root);
        }
        if (root.has("@graph") && root.text("@context").contains("spdx.org/rdf/3.")) {
            return new Spdx3Reader(root).read();
        }
        if (root.has("artifacts") && (root.has("descriptor") || root.has("schema"))) {
            return new SyftReader(root).read();
        }
        if (root.text("schema").startsWith("plimsoll-report/")) {
            return new ReportReader(root).read();
        }
        throw new SbomFormatException(
                "is no SBOM that can be read: neither CycloneDX (\"bomFormat\"), SPDX 2"
                        + " (\"spdxVersion\"), SPDX 3 (\"@graph\"), Syft's JSON (\"artifacts\"), an"
                        + " in-toto statement or envelope (\"predicateType\", \"payload\") nor a"
                        + " plimsoll report (\"schema\")");
    }
}
