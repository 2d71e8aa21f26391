package io.plimsoll.report.dockerscan;

import io.plimsoll.report.NaturalOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Upgrades of applications' packages. A system's packages are upgraded by its package manager, or
/// with the base image.
final class Upgrades {
    private Upgrades() {}

    /// `lodash@4.17.21`: the lowest version that fixes an issue.
    static Optional<String> of(Issue issue) {
        return of(List.of(issue));
    }

    /// The lowest version of a package that fixes all issues in it that can be fixed.
    static Optional<String> of(List<Issue> issues) {
        List<String> fixes = new ArrayList<>();
        for (Issue issue : issues) {
            boolean system = issue.installed().record().type().isSystem();
            if (!system && !issue.finding().fix().versions().isEmpty()) {
                fixes.add(issue.finding().fix().versions().getFirst());
            }
        }
        String name = PackageNames.name(issues.getFirst().installed());
        return fixes.stream().max(NaturalOrder.INSTANCE).map(version -> name + "@" + version);
    }
}
