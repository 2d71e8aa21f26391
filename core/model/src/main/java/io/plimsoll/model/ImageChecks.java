package io.plimsoll.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What the checks of a built image say.
///
/// @param results in the order of the ids
/// @param search what was searched for secrets
/// @param space how well the layers use their space; empty for a target without layers
public record ImageChecks(List<CheckResult> results, Search search, Optional<Space> space) {
    public ImageChecks {
        results = List.copyOf(results);
    }

    /// What was searched for secrets, and what was not.
    ///
    /// @param files text files that were searched
    /// @param bytes of them
    /// @param binaries files that were not searched because they are no text
    /// @param binaryBytes of them
    /// @param cut text files of which only a part was searched, because of a limit
    /// @param notReported what was found and not reported, by the reason
    public record Search(
            long files,
            long bytes,
            long binaries,
            long binaryBytes,
            long cut,
            Map<String, Long> notReported) {
        public Search {
            notReported = new TreeMap<>(notReported);
        }
    }

    /// How well the layers use their space.
    ///
    /// @param bytes of all files in all layers
    /// @param wasted bytes of files that a later layer replaces or deletes
    /// @param efficiency from 0 to 1: the smallest size that each path has in any layer, 0 where it is
    ///     deleted, as a share of all its sizes
    /// @param layers each layer's share, oldest first
    /// @param worst the paths that waste most, the worst first
    public record Space(
            long bytes, long wasted, double efficiency, List<Share> layers, List<Wasted> worst) {
        public Space {
            layers = List.copyOf(layers);
            worst = List.copyOf(worst);
        }
    }

    /// The space that a layer takes.
    ///
    /// @param layer its diff id
    /// @param bytes of all its files
    /// @param wasted bytes of those that a later layer replaces or deletes
    public record Share(Optional<Digest> layer, long bytes, long wasted) {}

    /// A path that wastes space.
    ///
    /// @param bytes that are never seen
    /// @param copies how many layers hold bytes that are never seen
    /// @param deleted whether it is gone in the end
    public record Wasted(String path, long bytes, int copies, boolean deleted) {}

    /// All that failed, the worst first.
    public List<CheckResult> failed() {
        return results.stream()
                .filter(each -> each.state() == CheckResult.State.FAILED)
                .sorted(ImageChecks::worstFirst)
                .toList();
    }

    /// The findings that count.
    public Stream<CheckFinding> findings() {
        return failed().stream().flatMap(each -> each.findings().stream());
    }

    /// The same with other results.
    public ImageChecks map(UnaryOperator<CheckResult> change) {
        return new ImageChecks(results.stream().map(change).toList(), search, space);
    }

    /// How a check ended; nothing where it was not made.
    public Optional<CheckResult> of(String id) {
        return results.stream().filter(each -> each.check().id().equals(id)).findFirst();
    }

    private static int worstFirst(CheckResult left, CheckResult right) {
        int bySeverity = left.severity().compareTo(right.severity());
        return bySeverity != 0 ? bySeverity : left.check().id().compareTo(right.check().id());
    }
}
