package io.plimsoll.engine;

import io.plimsoll.model.Distribution;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Location;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.model.Purl;
import io.plimsoll.model.Relations;
import io.plimsoll.model.TargetDescription;
import io.plimsoll.sbom.Component;
import io.plimsoll.sbom.Sbom;
import io.plimsoll.sbom.SbomFormatException;
import io.plimsoll.sbom.Sboms;
import io.plimsoll.sbom.Stated;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Targets that are SBOMs: packages by their purls, and what our own documents say besides. What has no
/// purl, or one of a kind that is not known, is listed with the reason why it is not judged.
final class SbomTarget {
    /// Characters of a name without purl; beyond, somebody wishes to fill the report.
    private static final int LONGEST_NAME = 1000;

    private final Path file;
    private final ListedPackages packages = new ListedPackages();

    private SbomTarget(Path file) {
        this.file = file;
    }

    /// Reads an SBOM.
    ///
    /// @throws TargetFormatException if it is none that can be read, or damaged
    static ScannedTarget read(Path file, Limits limits, Progress progress) throws IOException {
        limits.check(Limit.MEMORY_FILE, Files.size(file), file.toString());
        try (InputStream in = Files.newInputStream(file)) {
            Sbom sbom = Sboms.read(in, file.toString(), limits);
            sbom.notices().forEach(notice -> progress.notice(file + ": " + notice));
            return new SbomTarget(file).read(sbom);
        } catch (SbomFormatException broken) {
            throw new TargetFormatException(file + " " + broken.getMessage(), broken);
        }
    }

    private ScannedTarget read(Sbom sbom) {
        packages.distribution(distribution(sbom.distribution()));
        sbom.components().forEach(this::add);
        return new ScannedTarget(
                TargetDescription.of("sbom", file.toString()),
                packages.inventory(sbom.dependsOn()),
                true);
    }

    /// In our own documents it is as the image has it; other tools have names of their own.
    private static Distribution distribution(Distribution named) {
        return named.isKnown() && named.evidence().isEmpty()
                ? new Distribution(
                        PurlPackages.id(named.id()),
                        named.versionId(),
                        named.prettyName(),
                        named.codename(),
                        named.idLike(),
                        "")
                : named;
    }

    private void add(Component component) {
        if (component.purl().isEmpty()) {
            unjudged(component, "it has no purl");
            return;
        }
        try {
            Purl purl = Purl.parse(component.purl());
            if (PackageType.ofPurlType(purl.type()).isEmpty()) {
                unjudged(component, "packages of type \"" + purl.type() + "\" are not known");
            } else if (!isKey(purl)) {
                PackageRecord record = PurlPackages.record(purl, evidence(""));
                add(completed(record, component), component, PurlPackages.distribution(purl));
            }
        } catch (IllegalArgumentException unusable) {
            String why = String.valueOf(unusable.getMessage());
            packages.problem(
                    Problem.of(
                            file.toString(),
                            "sbom",
                            ProblemKind.MALFORMED,
                            component.where() + " \"" + shown(component.name()) + "\": " + why));
            unjudged(component, "its purl cannot be read");
        }
    }

    /// A key that rpm trusts stands among its packages, and other tools list it as one.
    private static boolean isKey(Purl purl) {
        return purl.type().equals(PackageType.RPM.purlType()) && purl.name().equals("gpg-pubkey");
    }

    /// A package that counts as not assessed.
    private void unjudged(Component component, String why) {
        String name = component.name().isEmpty() ? component.where() : shown(component.name());
        PackageRecord record =
                PackageRecord.builder(PackageType.GENERIC, name, component.version())
                        .licenses(component.licenses())
                        .evidence(evidence(why))
                        .build();
        List<Location> locations =
                component.locations().stream()
                        .map(each ->
                                new Location(
                                        new Evidence(
                                                each.evidence().path(), IdentifiedBy.SBOM, why),
                                        each.layer()))
                        .toList();
        add(record, component, locations, Distribution.UNKNOWN);
    }

    /// A name that identifies nothing need not be whole.
    private static String shown(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }

    private static Evidence evidence(String detail) {
        return new Evidence("", IdentifiedBy.SBOM, detail);
    }

    private void add(PackageRecord record, Component component, Distribution distribution) {
        add(record, component, component.locations(), distribution);
    }

    private void add(
            PackageRecord record,
            Component component,
            List<Location> stated,
            Distribution distribution) {
        List<Location> locations =
                stated.isEmpty()
                        ? List.of(new Location(record.evidence(), Optional.empty()))
                        : stated;
        Optional<Owners.Owner> owner = owner(component);
        for (Location location : locations) {
            packages.add(
                    new PackageMerger.Found(
                            record.withEvidence(location.evidence()), location, owner),
                    distribution,
                    component.ref());
        }
    }

    /// The record with what the document adds to the purl.
    private static PackageRecord completed(PackageRecord record, Component component) {
        Stated stated = component.stated();
        boolean ours = stated.isOurs();
        boolean named = ours ? !component.name().isEmpty() : isSpelling(component.name(), record);
        return new PackageRecord(
                record.type(),
                record.namespace(),
                named ? component.name() : record.name(),
                ours || record.version().isEmpty() ? component.version() : record.version(),
                ours || component.source().isPresent() ? component.source() : record.source(),
                either(stated.first("package:architecture"), record.architecture()),
                either(stated.first("package:module"), record.module()),
                component.licenses(),
                new Relations(stated.all("requires"), stated.all("provides")),
                record.evidence());
    }

    /// Whether a name is that of a Python package as the package spells it: purls fold it.
    private static boolean isSpelling(String name, PackageRecord record) {
        return record.type() == PackageType.PYPI
                && name.replace('_', '-').equalsIgnoreCase(record.name());
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    private static Optional<Owners.Owner> owner(Component component) {
        if (component.owner().isEmpty()) {
            return Optional.empty();
        }
        try {
            Purl purl = Purl.parse(component.owner());
            String architecture = purl.qualifiers().getOrDefault("arch", "");
            return PackageType.ofPurlType(purl.type())
                    .map(type ->
                            new Owners.Owner(
                                    type,
                                    purl.name()
                                            + (architecture.isEmpty() ? "" : ":" + architecture)));
        } catch (IllegalArgumentException noPurl) {
            return Optional.empty();
        }
    }
}
