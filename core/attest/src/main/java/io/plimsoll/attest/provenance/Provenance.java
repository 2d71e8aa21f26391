package io.plimsoll.attest.provenance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How an image was built, as its builder states it. It is the builder's word: nothing here was
/// checked.
///
/// @param by for people: `BuildKit, SLSA v1`
/// @param builder the id of the builder; empty where it has none
/// @param source where the code is kept; empty where it is not said
/// @param commit of the code; empty where it is not said
/// @param complete whether all that went into the build is named
/// @param started when the build began
/// @param materials images that went into it, without the one that reads the Dockerfile; in the order
///     of the record
/// @param dockerfile what was built, where the builder tells (BuildKit's `mode=max`)
/// @param request what the build was asked for
/// @param chains of which layers the result and the images are (BuildKit's `mode=max`)
public record Provenance(
        String by,
        String builder,
        String source,
        String commit,
        boolean complete,
        Optional<Instant> started,
        List<Material> materials,
        Optional<BuildFile> dockerfile,
        Request request,
        Optional<LayerChains> chains) {
    public Provenance {
        materials = List.copyOf(materials);
    }

    /// The arguments of a build.
    ///
    /// @param arguments values of `--build-arg`; not all of them are recorded in `mode=min`
    /// @param target the stage that was built; empty for the last
    /// @param namesContexts whether it gave names another meaning (`--build-context`)
    public record Request(
            Map<String, String> arguments, Optional<String> target, boolean namesContexts) {
        public Request {
            arguments = Map.copyOf(arguments);
        }
    }
}
