package io.plimsoll.policy.subject;

import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.CheckResult;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.How;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Location;
import io.plimsoll.model.Origin;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.Purl;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.TargetDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// A finding in its package in its image.
public final class Subject {
    private final Finding finding;
    private final InstalledPackage installed;
    private final Surroundings around;
    private final Optional<Purl> purl;

    private Subject(Finding finding, InstalledPackage installed, Surroundings around) {
        this.finding = finding;
        this.installed = installed;
        this.around = around;
        this.purl = around.purl(installed);
    }

    /// The findings of a report that count, in its order.
    public static List<Subject> of(ScanReport report) {
        Surroundings around = new Surroundings(report);
        List<Subject> subjects = new ArrayList<>();
        for (Finding finding : report.assessment().findings()) {
            around.byId(finding.packageId())
                    .ifPresent(found -> subjects.add(new Subject(finding, found, around)));
        }
        return subjects;
    }

    /// Makes subjects of what checks found, as if each were a vulnerability of the file that it lies in:
    /// its ids are those of the check, with the rule of the search for secrets among the aliases.
    public static BiFunction<CheckResult, CheckFinding, Subject> ofChecks(ScanReport report) {
        Surroundings around = new Surroundings(report);
        return (result, found) -> of(result, found, around);
    }

    private static Subject of(CheckResult result, CheckFinding found, Surroundings around) {
        List<String> aliases = new ArrayList<>(result.check().aliases());
        if (!found.rule().isEmpty()) {
            aliases.add(found.rule());
        }
        Evidence evidence = new Evidence(found.path(), IdentifiedBy.METADATA);
        InstalledPackage file =
                new InstalledPackage(
                        result.check().id(),
                        PackageRecord.builder(PackageType.GENERIC, result.check().id(), "0")
                                .evidence(evidence)
                                .build(),
                        "",
                        List.of(new Location(evidence, found.layer())),
                        List.of(),
                        Origin.UNKNOWN,
                        Optional.empty());
        Finding finding =
                new Finding(
                        result.check().id(),
                        aliases,
                        file.id(),
                        found.severity(),
                        "",
                        new Finding.Facts(
                                "",
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty()),
                        new Fix(Fix.State.UNKNOWN, List.of()),
                        new How(How.Kind.PACKAGE, result.check().id(), "", "", ""),
                        origin(around.report, found.layer()),
                        found.layer(),
                        "",
                        List.of());
        return new Subject(finding, file, around);
    }

    private static Origin origin(ScanReport report, Optional<Digest> layer) {
        return report.target().layers().stream()
                .filter(each -> layer.isPresent() && each.diffId().equals(layer))
                .map(TargetDescription.LayerSummary::origin)
                .findFirst()
                .orElse(Origin.UNKNOWN);
    }

    public Finding finding() {
        return finding;
    }

    public InstalledPackage installed() {
        return installed;
    }

    /// The package's purl; empty where it has none that can be read.
    public Optional<Purl> purl() {
        return purl;
    }

    /// The image that the package is in.
    public ImageIdentity image() {
        return around.image;
    }

    /// Whether an id, in any case, is one of the finding's.
    public boolean isCalled(String id) {
        return id.equalsIgnoreCase(finding.id())
                || finding.aliases().stream().anyMatch(id::equalsIgnoreCase);
    }

    /// The places where the package lies, each with its path; empty paths are of no file.
    public List<String> paths() {
        return installed.locations().stream().map(each -> each.evidence().path()).toList();
    }

    /// The packages that need a package, sorted by id.
    public List<InstalledPackage> dependentsOf(InstalledPackage one) {
        return around.dependents.getOrDefault(one.id(), List.of());
    }

    /// The other packages of the image that this pattern names.
    public List<InstalledPackage> packagesLike(PurlPattern pattern) {
        return around.report.inventory().packages().stream()
                .filter(each ->
                        around.purl(each).filter(found -> pattern.matches(found, each)).isPresent())
                .toList();
    }

    /// What all subjects of a report share.
    private static final class Surroundings {
        private final ScanReport report;
        private final ImageIdentity image;
        private final Map<String, InstalledPackage> packages;
        private final Map<String, List<InstalledPackage>> dependents = new HashMap<>();
        private final Map<String, Optional<Purl>> purls = new HashMap<>();

        Surroundings(ScanReport report) {
            this.report = report;
            this.image = ImageIdentity.of(report.target());
            this.packages = report.packagesById();
            for (InstalledPackage each : report.inventory().packages()) {
                for (String needed : each.dependsOn()) {
                    dependents.computeIfAbsent(needed, any -> new ArrayList<>()).add(each);
                }
            }
        }

        Optional<InstalledPackage> byId(String id) {
            return Optional.ofNullable(packages.get(id));
        }

        Optional<Purl> purl(InstalledPackage one) {
            return purls.computeIfAbsent(
                    one.id(), any -> one.purl().isEmpty() ? Optional.empty() : parsed(one.purl()));
        }

        private static Optional<Purl> parsed(String text) {
            try {
                return Optional.of(Purl.parse(text));
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        }
    }

    @Override
    public String toString() {
        return finding.id().toUpperCase(Locale.ROOT) + " in " + installed.id();
    }
}
