package io.plimsoll.base.advice;

import io.plimsoll.base.catalogue.SystemRelease;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Recommendation.Answer;
import io.plimsoll.model.Recommendation.Installable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a user has put upon his base image, as far as it hangs on the distribution.
///
/// @param known whether it is known what came with the base image
/// @param system names of packages of the system's package manager, sorted
/// @param executables how many native executables belong to no package
public record OwnPackages(boolean known, List<String> system, int executables) {
    private static final int SHOWN = 3;

    public OwnPackages {
        system = List.copyOf(system);
    }

    public static OwnPackages of(Inventory inventory) {
        List<String> names = new ArrayList<>();
        for (InstalledPackage each : inventory.packages()) {
            if (each.record().type().isSystem() && each.origin() == Origin.OWN) {
                names.add(each.record().name());
            }
        }
        return new OwnPackages(
                inventory.knowsOrigins(),
                names.stream().distinct().sorted().toList(),
                inventory.unownedExecutables().size());
    }

    /// Whether they can be installed on another distribution.
    ///
    /// @param from the distribution in use
    /// @param to the other one
    Installable on(Optional<SystemRelease> from, Optional<SystemRelease> to) {
        if (!known) {
            return new Installable(
                    Answer.UNKNOWN, "which packages are yours is not known: --file tells");
        }
        if (from.isEmpty() || to.isEmpty()) {
            return new Installable(Answer.UNKNOWN, "the distribution is not known");
        }
        SystemRelease old = from.get();
        SystemRelease other = to.get();
        boolean sameSystem = old.id().equals(other.id());
        if (sameSystem && isSameRelease(old.release(), other.release())) {
            return new Installable(Answer.YES, "the same release of the distribution");
        }
        boolean otherLibrary = isMusl(old) != isMusl(other);
        if (system.isEmpty()) {
            return otherLibrary && executables > 0
                    ? new Installable(
                            Answer.UNKNOWN,
                            executables
                                    + " native executables that no package owns may need the other C"
                                    + " library")
                    : new Installable(Answer.YES, "no packages of the distribution are yours");
        }
        if (sameSystem) {
            return new Installable(
                    Answer.LIKELY,
                    shown() + ": another release of the distribution may name packages otherwise");
        }
        return new Installable(
                Answer.NO, shown() + " would have to be found in another distribution");
    }

    private String shown() {
        List<String> first = system.subList(0, Math.min(SHOWN, system.size()));
        String more = system.size() > SHOWN ? ", …" : "";
        return system.size()
                + (system.size() == 1 ? " package of yours (" : " packages of yours (")
                + String.join(", ", first)
                + more
                + ")";
    }

    private static boolean isMusl(SystemRelease system) {
        return system.id().equals("alpine");
    }

    /// `12` and `12.5` are one release, `3.19` and `3.20` are two.
    private static boolean isSameRelease(String left, String right) {
        return !left.isEmpty()
                && !right.isEmpty()
                && (left.equals(right)
                        || left.startsWith(right + ".")
                        || right.startsWith(left + "."));
    }
}
