package io.plimsoll.report.dockerscan;

import io.plimsoll.report.NaturalOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Upgrades of applications' packages. A system's packages are upgraded by its package manager, or
/// with the base image.
final class Upgrades {
    private Upgrades() {}

    /// `lodash@4.17.21`: the lowest version above the installed one that fixes an issue.
    static Optional<String> of(Issue issue) {
        return of(List.of(issue));
    }

    /// The lowest version of a package that fixes all issues in it that can be fixed.
    static Optional<String> of(List<Issue> issues) {
        List<String> fixes = new ArrayList<>();
        for (Issue issue : issues) {
            if (!issue.installed().record().type().isSystem()) {
                nextFix(issue).ifPresent(fixes::add);
            }
        }
        String name = PackageNames.name(issues.getFirst().installed());
        return fixes.stream().max(NaturalOrder.INSTANCE).map(version -> name + "@" + version);
    }

    /// The fixes of several release lines stand side by side.
    private static Optional<String> nextFix(Issue issue) {
        String installed = issue.installed().record().version();
        return issue.finding().fix().versions().stream()
                .filter(version -> NaturalOrder.INSTANCE.compare(version, installed) > 0)
                .min(NaturalOrder.INSTANCE);
    }
}
