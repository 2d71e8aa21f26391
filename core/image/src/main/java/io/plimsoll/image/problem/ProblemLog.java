package io.plimsoll.image.problem;

import io.plimsoll.model.Digest;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Collects the problems of one layer or image. A hostile layer can hold millions of bad entries:
/// of each kind the first thousand are kept in words and the others counted.
public final class ProblemLog {
    private static final int KEPT_PER_KIND = 1_000;
    private static final int NAME_SHOWN = 200;

    private final String component;
    private final List<Problem> kept = new ArrayList<>();
    private final Map<ProblemKind, Long> counts = new EnumMap<>(ProblemKind.class);

    /// An empty log.
    ///
    /// @param component the part that notices the problems, such as `layer`
    public ProblemLog(String component) {
        this.component = component;
    }

    /// Notes a problem.
    ///
    /// @param path normal path of the file concerned, empty where there is none
    public void add(String path, ProblemKind kind, String reason) {
        if (counts.merge(kind, 1L, Long::sum) <= KEPT_PER_KIND) {
            kept.add(Problem.of(path, component, kind, reason));
        }
    }

    /// The problems in the order they came, those that were only counted last.
    public List<Problem> problems() {
        return problems(Optional.empty());
    }

    /// The same, each with the layer's diff id.
    public List<Problem> problems(Optional<Digest> diffId) {
        List<Problem> all = new ArrayList<>(kept);
        counts.forEach((kind, count) -> {
            if (count > KEPT_PER_KIND) {
                String reason =
                        (count - KEPT_PER_KIND) + " more problems of this kind are not listed";
                all.add(Problem.of("", component, kind, reason));
            }
        });
        return diffId.isEmpty() ? all : all.stream().map(p -> p.in(diffId.get())).toList();
    }

    /// A name from an archive in quotes, shortened where it is long, without control characters.
    public static String quote(String name) {
        StringBuilder quoted = new StringBuilder("'");
        int shown = Math.min(name.length(), NAME_SHOWN);
        for (int i = 0; i < shown; i++) {
            char c = name.charAt(i);
            quoted.append(Character.isISOControl(c) ? '?' : c);
        }
        return quoted.append(shown < name.length() ? "…'" : "'").toString();
    }
}
