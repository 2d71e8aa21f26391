package io.plimsoll.engine;

import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.ImageChecker;
import io.plimsoll.checks.all.Checks;
import io.plimsoll.checks.facts.LayerExaminer;
import io.plimsoll.checks.facts.LayerFacts;
import io.plimsoll.checks.secrets.SecretDetector;
import io.plimsoll.checks.stack.LayerStack;
import io.plimsoll.fuzz.FuzzTarget;
import io.plimsoll.model.ImageChecks;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The facts of layers: gathered, kept, and held against all checks.
public final class FactsFuzz {
    private static final SecretDetector DETECTOR = SecretDetector.standard();

    private FactsFuzz() {}

    /// A layer laid over itself, through all checks and through the cache.
    public static void layer(byte[] input) throws IOException, InterruptedException {
        LayerExaminer examiner =
                new LayerExaminer(DETECTOR, Limits.standard(), entry -> entry.stream().read());
        EngineFuzz.layerOf(input).read(examiner, bytes -> {});
        LayerFacts facts = examiner.facts();
        LayerFacts kept =
                FactsCodec.decode(FactsCodec.encode(facts))
                        .orElseThrow(() -> new AssertionError("kept facts are no longer read"));
        FuzzTarget.require(
                said(facts).equals(said(kept)), "kept facts say something else than fresh ones");
    }

    private static ImageChecks said(LayerFacts facts) {
        CheckedImage image =
                new CheckedImage(
                        Optional.empty(),
                        Map.of(),
                        List.of(),
                        List.of(Optional.empty(), Optional.empty()),
                        new LayerStack(List.of(facts, facts)),
                        path -> Optional.empty(),
                        DETECTOR,
                        true);
        return new ImageChecker(Checks.all()).check(image);
    }

    /// A file of the cache, whose checksum is made right so that what follows it is reached.
    public static void cache(byte[] input) throws IOException {
        byte[] sealed = Arrays.copyOf(input, input.length + Long.BYTES);
        ByteBuffer.wrap(sealed).putLong(input.length, LayerCodec.checksum(input, input.length));
        Optional<LayerFacts> read = FactsCodec.decode(sealed);
        if (read.isPresent()) {
            FuzzTarget.require(
                    FactsCodec.decode(FactsCodec.encode(read.get())).isPresent(),
                    "written but not read");
            said(read.get());
        }
    }

    /// A kept file without its checksum.
    public static byte[] cacheSeed(byte[] layer) throws IOException, InterruptedException {
        LayerExaminer examiner = new LayerExaminer(DETECTOR, Limits.standard(), entry -> {});
        EngineFuzz.layerOf(layer).read(examiner, bytes -> {});
        byte[] kept = FactsCodec.encode(examiner.facts());
        return Arrays.copyOf(kept, kept.length - Long.BYTES);
    }
}
