package io.plimsoll.delivery;

import io.plimsoll.advisory.AdvisoryStoreException;
import io.plimsoll.advisory.PatchInfo;
import io.plimsoll.advisory.SegmentInfo;
import io.plimsoll.advisory.StoreIndex;
import io.plimsoll.fuzz.FuzzTarget;
import io.plimsoll.fuzz.Scratch;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What a mirror has beside segments.
public final class DeliveryFuzz {
    private DeliveryFuzz() {}

    /// The signature of an index.
    public static void signature(byte[] input) throws IOException {
        try {
            TrustedKeys.of(List.of()).verify(new byte[0], input, "index.json");
            FuzzTarget.require(false, "nobody is trusted, and this was believed");
        } catch (AdvisoryStoreException documented) {
            FuzzTarget.shown(String.valueOf(documented.getMessage()));
        }
    }

    /// A file of public keys.
    public static void keys(byte[] input) throws IOException {
        try {
            TrustedKeys.of(List.of(Scratch.write("keys.pem", input)));
        } catch (IllegalArgumentException documented) {
            FuzzTarget.shown(String.valueOf(documented.getMessage()));
        }
    }

    /// An index, and the ways by patches to its segments.
    public static void index(byte[] input) {
        try {
            StoreIndex index = StoreIndex.parse(input, "index.json");
            PatchRoute route = new PatchRoute(index.patches());
            for (SegmentInfo segment : index.segments()) {
                Optional<List<PatchInfo>> way =
                        route.to(segment.digest(), segment.size(), digest -> true);
                long bytes = way.orElse(List.of()).stream().mapToLong(PatchInfo::size).sum();
                FuzzTarget.require(
                        way.isEmpty() || (bytes >= 0 && bytes < segment.size()),
                        "a way by patches that is no shorter");
            }
        } catch (AdvisoryStoreException documented) {
            FuzzTarget.shown(String.valueOf(documented.getMessage()));
        }
    }
}
