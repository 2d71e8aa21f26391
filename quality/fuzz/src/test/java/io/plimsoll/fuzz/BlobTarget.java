package io.plimsoll.fuzz;

import io.plimsoll.image.compress.Decompressors;
import io.plimsoll.image.problem.BrokenStreamException;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/// Decompressors: whatever the size of the reads, the same bytes and the same end.
final class BlobTarget {
    private static final int MOST = 8 * 1024 * 1024;

    private BlobTarget() {}

    static void run(byte[] input) throws IOException {
        String large = read(input, 64 * 1024);
        String small = read(input, 997);
        FuzzTarget.require(large.equals(small), large + " by large reads, " + small + " by small");
    }

    private static String read(byte[] input, int step) throws IOException {
        CRC32 sum = new CRC32();
        long count = 0;
        byte[] buffer = new byte[step];
        try (InputStream in =
                Decompressors.open(new ByteArrayInputStream(input), Limits.standard(), "fuzzed")) {
            for (int length = in.read(buffer);
                    length >= 0 && count < MOST;
                    length = in.read(buffer)) {
                int counted = (int) Math.min(length, MOST - count);
                sum.update(buffer, 0, counted);
                count += counted;
            }
            return count + " " + sum.getValue();
        } catch (BrokenStreamException | LimitExceededException documented) {
            return "broken";
        }
    }
}
