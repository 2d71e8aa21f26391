package io.plimsoll.attest.provenance;

import io.plimsoll.attest.AttestationFormatException;
import io.plimsoll.attest.Envelope;
import io.plimsoll.attest.Statement;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonValue;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Printable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads SLSA provenance, and what BuildKit adds to it.
///
/// Source: SLSA 0.2 and 1.0, `provenance`; BuildKit, `docs/attestations/slsa-provenance.md` and
/// `docs/attestations/slsa-definitions.md`.
public final class ProvenanceReader {
    /// The predicates that are read.
    public static final String V02 = "https://slsa.dev/provenance/v0.2";

    public static final String V1 = "https://slsa.dev/provenance/v1";

    private static final String BUILDKIT = "https://mobyproject.org/buildkit@v1";
    private static final String BUILDKIT_1 = "https://github.com/moby/buildkit/";
    private static final String BUILD_ARGUMENT = "build-arg:";
    private static final int LONGEST_NAME = 4096;

    private final Form form;
    private final boolean isBuildKit;

    /// The parts of a predicate that both versions have, each in its own place.
    private record Form(
            String version,
            String buildType,
            String builder,
            JsonObject configSource,
            JsonObject request,
            JsonObject buildConfig,
            JsonObject metadata,
            String started,
            boolean complete,
            List<JsonObject> materials) {}

    private ProvenanceReader(Form form) {
        this.form = form;
        this.isBuildKit =
                form.buildType().equals(BUILDKIT) || form.buildType().startsWith(BUILDKIT_1);
    }

    /// Whether a predicate is of a type that is read.
    public static boolean reads(String predicateType) {
        return predicateType.equals(V02) || predicateType.equals(V1);
    }

    /// Reads the provenance that a statement has as its predicate.
    ///
    /// @throws AttestationFormatException if it has another, or a part that cannot be read
    public static Provenance read(Statement statement) throws AttestationFormatException {
        JsonObject predicate = statement.predicate();
        return switch (statement.predicateType()) {
            case V02 -> new ProvenanceReader(form02(predicate)).provenance();
            case V1 -> new ProvenanceReader(form1(predicate)).provenance();
            default ->
                    throw new AttestationFormatException(
                            "is a statement of type \""
                                    + Printable.beginning(statement.predicateType(), 200)
                                    + "\"; provenance is \""
                                    + V02
                                    + "\" or \""
                                    + V1
                                    + "\"");
        };
    }

    private static Form form02(JsonObject predicate) {
        JsonObject invocation = predicate.object("invocation");
        JsonObject metadata = predicate.object("metadata");
        return new Form(
                "v0.2",
                predicate.text("buildType"),
                predicate.object("builder").text("id"),
                invocation.object("configSource"),
                invocation.object("parameters"),
                predicate.object("buildConfig"),
                buildKitMetadata(metadata),
                metadata.text("buildStartedOn"),
                metadata.object("completeness").isTrue("materials"),
                predicate.objects("materials"));
    }

    private static Form form1(JsonObject predicate) {
        JsonObject definition = predicate.object("buildDefinition");
        JsonObject parameters = definition.object("externalParameters");
        JsonObject details = predicate.object("runDetails");
        JsonObject metadata = details.object("metadata");
        return new Form(
                "v1",
                definition.text("buildType"),
                details.object("builder").text("id"),
                parameters.object("configSource"),
                parameters.object("request"),
                definition.object("internalParameters").object("buildConfig"),
                buildKitMetadata(metadata),
                metadata.text("startedOn"),
                metadata.object("buildkit_completeness").isTrue("resolvedDependencies"),
                definition.objects("resolvedDependencies"));
    }

    private static JsonObject buildKitMetadata(JsonObject metadata) {
        return metadata.has("buildkit_metadata")
                ? metadata.object("buildkit_metadata")
                : metadata.object(BUILDKIT + "#metadata");
    }

    private Provenance provenance() throws AttestationFormatException {
        CodeSource code = CodeSource.of(form.metadata(), form.configSource(), form.materials());
        return new Provenance(
                (isBuildKit ? "BuildKit, " : "") + "SLSA " + form.version(),
                shown(form.builder()),
                shown(code.repository()),
                shown(code.commit()),
                form.complete(),
                instant(form.started()),
                materials(),
                dockerfile(),
                request(),
                isBuildKit
                        ? BuildSteps.chains(
                                form.buildConfig().objects("llbDefinition"),
                                form.metadata().object("layers"))
                        : Optional.empty());
    }

    /// The image that reads the Dockerfile (`# syntax=docker/dockerfile:1`) is no part of what was
    /// built.
    private List<Material> materials() {
        String frontend = form.request().object("args").text("source");
        List<Material> images = new ArrayList<>();
        for (JsonObject each : form.materials()) {
            Optional<Digest> digest = Statement.digests(each.object("digest")).stream().findFirst();
            ImageNames.material(each.text("uri"), digest)
                    .filter(image -> frontend.isEmpty() || !image.isNamed(frontend))
                    .filter(image -> !images.contains(image))
                    .ifPresent(images::add);
        }
        return images;
    }

    private Optional<BuildFile> dockerfile() throws AttestationFormatException {
        for (JsonObject info : form.metadata().object("source").objects("infos")) {
            if (isBuildKit && info.text("language").equals("Dockerfile") && info.has("data")) {
                return Optional.of(
                        new BuildFile(shown(info.text("filename")), Envelope.base64(info, "data")));
            }
        }
        return Optional.empty();
    }

    private Provenance.Request request() {
        Map<String, String> arguments = new TreeMap<>();
        boolean namesContexts = false;
        Map<String, JsonValue> all = form.request().object("args").members();
        for (Map.Entry<String, JsonValue> each : all.entrySet()) {
            if (each.getKey().startsWith(BUILD_ARGUMENT)) {
                arguments.put(
                        each.getKey().substring(BUILD_ARGUMENT.length()), each.getValue().asText());
            }
            namesContexts |= each.getKey().startsWith("context:");
        }
        String target = form.request().object("args").text("target");
        return new Provenance.Request(
                arguments,
                target.isEmpty() ? Optional.empty() : Optional.of(target),
                namesContexts);
    }

    /// Texts of a document that anybody may have written, for reports.
    private static String shown(String text) {
        return Printable.beginning(text, LONGEST_NAME);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
