package io.plimsoll.policy.subject;

import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Purl;
import io.plimsoll.model.ScanReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
