package io.plimsoll.report.dockerscan;

import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Suppressed;
import java.util.List;

/// What `docker scan` reports on by itself: the system's packages, or one application's.
///
/// @param packageManager `deb`, `apk`, `rpm`, `npm`, `maven`, `pip` …, `linux` for a system without
///     packages
/// @param targetFile the application's file or folder in the image; empty for the system
/// @param packages sorted by id
/// @param issues what was found in them, as filtered, in the order of the packages
/// @param ignored what of it does not count
record Project(
        String packageManager,
        String targetFile,
        List<InstalledPackage> packages,
        List<Issue> issues,
        List<Ignored> ignored) {
    /// An issue that does not count, and why.
    record Ignored(Issue issue, Suppressed by) {}

    Project {
        packages = List.copyOf(packages);
        issues = List.copyOf(issues);
        ignored = List.copyOf(ignored);
    }

    boolean isSystem() {
        return targetFile.isEmpty();
    }
}
