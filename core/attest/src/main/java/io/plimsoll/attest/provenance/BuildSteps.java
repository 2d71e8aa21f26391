package io.plimsoll.attest.provenance;

import io.plimsoll.json.JsonArray;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonValue;
import io.plimsoll.model.Digest;
import io.plimsoll.model.FamiliarName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The steps of a build as BuildKit records them in `mode=max`, and the layers of their results.
///
/// Source: BuildKit, `docs/attestations/slsa-definitions.md`, "buildConfig" and "layers".
final class BuildSteps {
    private static final List<String> IMAGES = List.of("docker-image://", "oci-layout://");

    private BuildSteps() {}

    /// The layers of the result and of the images; nothing where the record does not tell.
    ///
    /// The last step does nothing and has the result as its input. Layers are kept under `STEP:OUTPUT`
    /// as chains, several where one result exists in several compressions.
    static Optional<LayerChains> chains(List<JsonObject> steps, JsonObject layers) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        List<String> inputs = steps.getLast().texts("inputs");
        List<List<Digest>> results =
                inputs.size() == 1 ? chains(layers, inputs.getFirst()) : List.of();
        if (results.isEmpty()) {
            return Optional.empty();
        }
        List<LayerChains.Source> images = new ArrayList<>();
        for (JsonObject step : steps) {
            Optional<Material> image =
                    image(step.object("op").object("Op").object("source").text("identifier"));
            for (List<Digest> chain : chains(layers, step.text("id") + ":0")) {
                image.ifPresent(each -> images.add(new LayerChains.Source(each, chain)));
            }
        }
        List<LayerChains> all =
                results.stream().map(result -> new LayerChains(result, images)).toList();
        return all.stream()
                .filter(each -> !each.bases().isEmpty())
                .findFirst()
                .or(() -> Optional.of(all.getFirst()));
    }

    private static Optional<Material> image(String identifier) {
        for (String scheme : IMAGES) {
            if (identifier.startsWith(scheme)) {
                String name = identifier.substring(scheme.length());
                int at = name.indexOf('@');
                Optional<Digest> digest =
                        at < 0 ? Optional.empty() : Digest.tryParse(name.substring(at + 1));
                boolean tagged = at > 0 && name.lastIndexOf(':', at) > name.lastIndexOf('/', at);
                String shown = FamiliarName.of(tagged ? name.substring(0, at) : name);
                return shown.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Material(shown, digest));
            }
        }
        return Optional.empty();
    }

    /// Nothing where one of the layers has no digest.
    private static List<List<Digest>> chains(JsonObject layers, String output) {
        List<List<Digest>> chains = new ArrayList<>();
        for (JsonValue chain : layers.array(output).values()) {
            if (chain instanceof JsonArray array) {
                List<Digest> digests =
                        array.objects().stream()
                                .flatMap(each -> Digest.tryParse(each.text("digest")).stream())
                                .toList();
                if (!digests.isEmpty() && digests.size() == array.values().size()) {
                    chains.add(digests);
                }
            }
        }
        return chains;
    }
}
