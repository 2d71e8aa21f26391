package io.plimsoll.model;

import java.util.Comparator;
import java.util.Optional;

/// Content that is bad, as data of the report: what could not be read, where, and why.
///
/// @param path absolute path of the file in the image, with `!/` for paths inside archives; empty
///     where the problem concerns no single file
/// @param layer diff id of the layer that holds the file; empty until the layer is known
/// @param component the part that noticed it, such as `dpkg`, `jar`, `layer`
/// @param kind what sort of problem it is
/// @param reason one sentence with the position (byte or line) and the value in quotes
public record Problem(
        String path, Optional<Digest> layer, String component, ProblemKind kind, String reason)
        implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::path)
                    .thenComparing(problem -> problem.layer().map(Digest::toString).orElse(""))
                    .thenComparing(Problem::component)
                    .thenComparing(Problem::kind)
                    .thenComparing(Problem::reason);

    public Problem {
        Check.notEmpty(component, "component");
        Check.notEmpty(reason, "reason");
    }

    /// A problem of a file whose layer the caller does not know.
    public static Problem of(String path, String component, ProblemKind kind, String reason) {
        return new Problem(path, Optional.empty(), component, kind, reason);
    }

    /// The same problem, in this layer.
    public Problem in(Digest diffId) {
        return new Problem(path, Optional.of(diffId), component, kind, reason);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
