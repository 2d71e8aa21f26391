package io.plimsoll.report.dockerscan;

import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Suppressed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Divides the packages of an image into projects: the system first, then each application by the
/// place where it lies. What a system package owns was judged with that package.
final class Projects {
    private static final String MODULES = "/node_modules/";

    private Projects() {}

    /// @param shown which findings count
    static List<Project> of(ScanReport report, Predicate<Finding> shown) {
        Found found = new Found(new HashMap<>(), new HashMap<>());
        for (Finding finding : report.assessment().findings()) {
            if (shown.test(finding)) {
                found.findings
                        .computeIfAbsent(finding.packageId(), any -> new ArrayList<>())
                        .add(finding);
            }
        }
        for (Suppressed each : report.assessment().suppressed()) {
            found.suppressed
                    .computeIfAbsent(each.finding().packageId(), any -> new ArrayList<>())
                    .add(each);
        }
        List<InstalledPackage> system = new ArrayList<>();
        Map<String, List<InstalledPackage>> applications = new TreeMap<>();
        for (InstalledPackage each : report.inventory().packages()) {
            if (each.record().type().isSystem()) {
                system.add(each);
            } else if (each.owner().isEmpty()) {
                String key = manager(each.record().type()) + "\n" + place(each);
                applications.computeIfAbsent(key, any -> new ArrayList<>()).add(each);
            }
        }
        List<Project> projects = new ArrayList<>();
        String manager = system.isEmpty() ? "linux" : manager(system.getFirst().record().type());
        projects.add(project(manager, "", system, found));
        applications.forEach((key, packages) -> {
            String[] parts = key.split("\n", 2);
            projects.add(project(parts[0], parts[1], packages, found));
        });
        return projects;
    }

    /// What was found, by package id.
    private record Found(
            Map<String, List<Finding>> findings, Map<String, List<Suppressed>> suppressed) {}

    private static Project project(
            String manager, String targetFile, List<InstalledPackage> packages, Found found) {
        List<Issue> issues = new ArrayList<>();
        List<Project.Ignored> ignored = new ArrayList<>();
        for (InstalledPackage each : packages) {
            for (Finding finding : found.findings.getOrDefault(each.id(), List.of())) {
                issues.add(new Issue(finding, each));
            }
            for (Suppressed by : found.suppressed.getOrDefault(each.id(), List.of())) {
                ignored.add(new Project.Ignored(new Issue(by.finding(), each), by));
            }
        }
        return new Project(manager, targetFile, packages, issues, ignored);
    }

    /// The package manager's name as `docker scan` writes it, else the purl type.
    static String manager(PackageType type) {
        return switch (type) {
            case PYPI -> "pip";
            case GOLANG -> "gomodules";
            default -> type.purlType();
        };
    }

    /// The file or folder of the application that a package belongs to.
    private static String place(InstalledPackage installed) {
        String outer = installed.locations().getFirst().evidence().file();
        int modules = outer.indexOf(MODULES);
        if (installed.record().type() == PackageType.NPM && modules >= 0) {
            return outer.substring(0, modules) + "/package.json";
        }
        int site = Math.max(outer.indexOf("/site-packages/"), outer.indexOf("/dist-packages/"));
        if (site >= 0) {
            return outer.substring(0, outer.indexOf('/', site + 1));
        }
        boolean archive = installed.record().type() == PackageType.MAVEN;
        int slash = outer.lastIndexOf('/');
        if (outer.isEmpty()) {
            return installed.purl();
        }
        return archive && slash > 0 ? outer.substring(0, slash) : outer;
    }
}
