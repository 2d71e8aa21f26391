package io.plimsoll.match;

import io.plimsoll.advisory.Affected;
import io.plimsoll.model.VersionRange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fixes that Red Hat made for one minor release alone. A release such as `28.el9_0.4` is a branch
/// off build 28, made for 9.0 after the main line had gone on: that a later build of another minor
/// release compares higher does not say that it holds the fix.
///
/// Source: Fedora packaging guidelines, "Versioning", minor release bumps for old branches.
final class RpmStreams {
    private static final Pattern BRANCH = Pattern.compile("\\.el(\\d+_\\d+)\\.\\d+");
    private static final Pattern MINOR = Pattern.compile("\\.el(\\d+_\\d+)");

    private RpmStreams() {}

    /// Why nothing can be said of a version that lies above all fixes, where these are known for
    /// other minor releases only.
    static Optional<String> unknownFor(String version, Affected affected) {
        List<String> fixes =
                affected.ranges().stream()
                        .flatMap(range -> range.events().stream())
                        .filter(event -> event.kind() == VersionRange.Kind.FIXED)
                        .map(VersionRange.Event::version)
                        .toList();
        if (fixes.isEmpty() || !fixes.stream().allMatch(RpmStreams::isBranch)) {
            return Optional.empty();
        }
        String stream = stream(version);
        boolean judged = fixes.stream().map(RpmStreams::stream).anyMatch(stream::equals);
        if (judged) {
            return Optional.empty();
        }
        List<String> streams =
                fixes.stream().map(fix -> "el" + stream(fix)).distinct().sorted().toList();
        return Optional.of(
                "a fix is known only for "
                        + String.join(", ", streams)
                        + "; the package is "
                        + (stream.isEmpty() ? "of the main line" : "el" + stream));
    }

    private static boolean isBranch(String version) {
        return BRANCH.matcher(version).find();
    }

    private static String stream(String version) {
        Matcher matcher = MINOR.matcher(version);
        return matcher.find() ? matcher.group(1) : "";
    }
}
