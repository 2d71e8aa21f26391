package io.plimsoll.fuzz;

import io.plimsoll.image.problem.ProblemLog;
import io.plimsoll.image.tar.TarFormatException;
import io.plimsoll.image.tar.TarInput;
import io.plimsoll.image.tar.TarReader;
import io.plimsoll.model.ImagePath;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tar reader: every path it hands on is normal, and a stream and mapped memory say the same.
final class TarTarget {
    private static final long MOST_CONTENT = 1024 * 1024;

    private TarTarget() {}

    static void run(byte[] input) throws IOException, InterruptedException {
        List<String> streamed = read(TarInput.of(new ByteArrayInputStream(input)));
        List<String> mapped = read(TarInput.of(MemorySegment.ofArray(input)));
        FuzzTarget.require(streamed.equals(mapped), "stream " + streamed + ", mapped " + mapped);
    }

    private static List<String> read(TarInput in) throws IOException, InterruptedException {
        List<String> seen = new ArrayList<>();
        ProblemLog problems = new ProblemLog("tar");
        try {
            new TarReader(in, Limits.standard(), problems)
                    .read(entry -> {
                        String path = entry.path();
                        FuzzTarget.require(
                                ImagePath.normalize(path).equals(Optional.of(path)), path);
                        try (InputStream content = entry.stream()) {
                            int length = content.readNBytes((int) MOST_CONTENT).length;
                            FuzzTarget.require(
                                    length <= entry.size(), "more content than its size");
                            seen.add(entry.kind() + path + entry.size() + "/" + length);
                        }
                    });
        } catch (TarFormatException | LimitExceededException documented) {
            seen.add(String.valueOf(documented.getMessage()));
        }
        problems.problems().forEach(each -> seen.add(each.reason()));
        return seen;
    }
}
