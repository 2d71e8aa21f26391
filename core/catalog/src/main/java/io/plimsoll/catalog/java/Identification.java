package io.plimsoll.catalog.java;

import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Decides which Maven artifacts an archive is: by the coordinates inside, else by its manifest, its
/// file name and the Java packages of its classes.
final class Identification {
    private final KnownArtifacts known;

    Identification(KnownArtifacts known) {
        this.known = known;
    }

    /// The archive itself first, then the artifacts that are part of it, in the order of the file.
    List<PackageRecord> packages(ArchiveFacts facts) {
        ByNames byNames = new ByNames(facts, known);
        Optional<Coordinates> own = own(facts, byNames);
        List<PackageRecord> packages = new ArrayList<>();
        packages.add(own.map(found -> record(facts, found)).orElseGet(byNames::identify));
        for (Coordinates other : facts.poms()) {
            if (own.isEmpty() || !own.get().equals(other)) {
                packages.add(shaded(facts, other));
            }
        }
        return packages;
    }

    /// The coordinates that are the archive's own: those that its file name agrees with, or the only
    /// ones, unless the classes say that the archive is something else which contains them.
    private static Optional<Coordinates> own(ArchiveFacts facts, ByNames byNames) {
        Optional<Coordinates> named =
                facts.poms().stream()
                        .filter(pom -> likeness(pom, facts.file()) > 0)
                        .max(
                                Comparator.comparingInt(
                                                (Coordinates pom) -> likeness(pom, facts.file()))
                                        .thenComparingInt(pom -> pom.artifact().length())
                                        .thenComparing(
                                                Coordinates::entry, Comparator.reverseOrder()));
        if (named.isPresent() || facts.poms().size() != 1) {
            return named;
        }
        Coordinates only = facts.poms().getFirst();
        boolean other =
                byNames.byClasses()
                        .filter(found -> !found.namespace().equals(only.group()))
                        .isPresent();
        return other ? Optional.empty() : Optional.of(only);
    }

    /// How much a file name resembles coordinates; 0 for not at all.
    private static int likeness(Coordinates pom, FileName file) {
        String artifact = pom.artifact();
        if (file.base().equals(artifact + "-" + pom.version())) {
            return 4;
        }
        if (file.artifact().equals(artifact) || file.base().equals(artifact)) {
            return 3;
        }
        if (file.base().startsWith(artifact + "-" + pom.version())) {
            return 2;
        }
        return file.artifact().equals(pom.group() + "." + artifact) ? 1 : 0;
    }

    private static PackageRecord record(ArchiveFacts facts, Coordinates own) {
        String version = own.version().isEmpty() ? facts.version() : own.version();
        return PackageRecord.builder(PackageType.MAVEN, own.artifact(), version)
                .namespace(own.group())
                .evidence(new Evidence(facts.path(), IdentifiedBy.POM_PROPERTIES))
                .build();
    }

    private static PackageRecord shaded(ArchiveFacts facts, Coordinates other) {
        String path = facts.path() + Evidence.INSIDE + other.entry();
        return PackageRecord.builder(PackageType.MAVEN, other.artifact(), other.version())
                .namespace(other.group())
                .evidence(new Evidence(path, IdentifiedBy.POM_PROPERTIES))
                .build();
    }
}
