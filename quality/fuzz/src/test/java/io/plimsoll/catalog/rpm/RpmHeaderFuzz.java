package io.plimsoll.catalog.rpm;

import io.plimsoll.catalog.ProblemList;
import java.nio.ByteOrder;

/// An rpm header without a database around it.
public final class RpmHeaderFuzz {
    private RpmHeaderFuzz() {}

    public static void run(byte[] input) {
        try {
            new HeaderReader(
                            new Header(Bytes.of(input, input.length, ByteOrder.BIG_ENDIAN, 0)),
                            "header 1",
                            new ProblemList("/Packages", "rpm"))
                    .read("/Packages");
        } catch (DamagedException documented) {
            // It says so itself.
        }
    }
}
