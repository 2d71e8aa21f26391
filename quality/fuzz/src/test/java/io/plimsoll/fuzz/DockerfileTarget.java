package io.plimsoll.fuzz;

import io.plimsoll.base.Attribution;
import io.plimsoll.base.HistoryEntry;
import io.plimsoll.dockerfile.Build;
import io.plimsoll.dockerfile.BuildArguments;
import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.dockerfile.Element;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Dockerfiles: printing gives the bytes, the elements leave no gap, and a history of anything is held
/// against them.
final class DockerfileTarget {
    private DockerfileTarget() {}

    static void file(byte[] input) {
        Dockerfile file = Dockerfile.parse(input);
        FuzzTarget.require(Arrays.equals(file.print(), input), "other bytes");
        int at = 0;
        for (Element element : file.elements()) {
            FuzzTarget.require(element.span().start() == at, "a gap at " + at);
            at = element.span().end();
        }
        Build build = Build.of(file, BuildArguments.none());
        FuzzTarget.require(build.base() != null, "no base");
        FuzzTarget.require(build.steps() != null, "no steps");
    }

    /// A Dockerfile, a zero byte, and an entry a line, one without a layer after `-`.
    static void history(byte[] input) {
        int end = 0;
        while (end < input.length && input[end] != 0) {
            end++;
        }
        String lines = new String(input, end, input.length - end, StandardCharsets.UTF_8);
        List<HistoryEntry> history = new ArrayList<>();
        lines.lines().forEach(line -> history.add(new HistoryEntry(line, line.startsWith("-"))));
        int layers = (int) history.stream().filter(each -> !each.emptyLayer()).count();
        Attribution attribution =
                Attribution.of(
                        Dockerfile.parse(Arrays.copyOf(input, end)),
                        "Dockerfile",
                        BuildArguments.none(),
                        history,
                        layers);
        FuzzTarget.require(attribution.layers().size() == layers, "another number of layers");
    }
}
