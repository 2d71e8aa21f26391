package io.plimsoll.image.oci;

import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.Platform;
import io.plimsoll.image.problem.ProblemLog;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Chooses one image of a layout: by name, then by platform.
///
/// Without a name the first is taken. A single image is taken whatever its platform, unless a
/// platform is asked for; among several the host's platform decides.
final class Choice {
    private final String where;
    private final OpenOptions options;
    private final Candidates candidates;
    private final ProblemLog problems;

    Choice(String where, OpenOptions options, Candidates candidates, ProblemLog problems) {
        this.where = where;
        this.options = options;
        this.candidates = candidates;
        this.problems = problems;
    }

    /// Chooses, and notes the names that were left out.
    ///
    /// @throws ImageNotFoundException if nothing fits; the message lists what is there
    Candidate of(List<Candidate> all) throws IOException {
        if (all.isEmpty()) {
            throw new ImageNotFoundException(where + " holds no image");
        }
        List<Candidate> named = all;
        if (options.reference().isPresent()) {
            String wanted = options.reference().get();
            named = all.stream().filter(candidate -> candidate.isNamed(wanted)).toList();
            if (named.isEmpty()) {
                throw notThere("no image '" + wanted + "'", all);
            }
        }
        String name = named.getFirst().top().name();
        List<Candidate> group =
                candidates.withPlatforms(
                        named.stream().filter(c -> c.top().name().equals(name)).toList());
        Candidate chosen = byPlatform(group);
        all.stream()
                .filter(candidate -> !candidate.top().name().equals(name))
                .map(Candidate::label)
                .distinct()
                .forEach(label ->
                        problems.add(
                                "",
                                ProblemKind.LEFT_OUT,
                                "another image of the layout: " + ProblemLog.quote(label)));
        return chosen;
    }

    private Candidate byPlatform(List<Candidate> group) throws IOException {
        if (group.size() == 1 && options.platform().isEmpty()) {
            return group.getFirst();
        }
        Platform wanted = options.platform().orElse(options.hostPlatform());
        List<Candidate> fitting =
                group.stream()
                        .filter(c -> c.platform().filter(wanted::accepts).isPresent())
                        .toList();
        Optional<Candidate> best =
                fitting.stream()
                        .filter(c -> c.platform().filter(p -> p.variant().isEmpty()).isPresent())
                        .filter(Candidate::stored)
                        .findFirst()
                        .or(() -> fitting.stream().filter(Candidate::stored).findFirst());
        return best.orElseThrow(() -> notThere("no image for " + wanted, group));
    }

    private ImageNotFoundException notThere(String what, List<Candidate> candidates) {
        List<String> labels = candidates.stream().map(Candidate::label).distinct().toList();
        return new ImageNotFoundException(where + " holds " + what + "; it holds " + labels);
    }
}
