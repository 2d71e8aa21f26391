package io.plimsoll.match;

import io.plimsoll.advisory.Affected;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.VersionRange;
import java.util.Optional;

/// Modular rpm packages are judged by the errata of their own module stream alone, all others by the
/// errata that are of no module: the streams' versions cannot be compared.
final class RpmModules {
    private RpmModules() {}

    /// Why an advisory does not speak of a package, where the modules differ.
    static Optional<String> mismatch(PackageRecord record, Affected affected) {
        if (record.type() != PackageType.RPM) {
            return Optional.empty();
        }
        boolean modular = !affected.module().isEmpty() || hasModularBound(affected);
        if (!modular) {
            return record.module().isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "the package is of module "
                                    + record.module()
                                    + ", the advisory of none");
        }
        String stream = affected.module().isEmpty() ? "a module" : "module " + affected.module();
        if (record.module().isEmpty()) {
            return Optional.of("the advisory is of " + stream + ", the package of none");
        }
        boolean same = affected.module().isEmpty() || affected.module().equals(record.module());
        return same
                ? Optional.empty()
                : Optional.of(
                        "the advisory is of " + stream + ", the package of " + record.module());
    }

    /// Feeds that do not name the module still show it: modular builds have `.module` in their
    /// release.
    private static boolean hasModularBound(Affected affected) {
        return affected.ranges().stream()
                .flatMap(range -> range.events().stream())
                .map(VersionRange.Event::version)
                .anyMatch(version -> version.contains(".module"));
    }
}
