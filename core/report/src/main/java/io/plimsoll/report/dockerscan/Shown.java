package io.plimsoll.report.dockerscan;

import io.plimsoll.model.Finding;
import io.plimsoll.model.Origin;
import io.plimsoll.model.ScanReport;
import java.util.List;

/// What of a report `docker scan` shows, and under which names.
final class Shown {
    private Shown() {}

    static List<Project> projects(ScanReport report, DockerScanView view) {
        return Projects.of(report, finding -> counts(finding, view));
    }

    /// Whether there is any vulnerability: what the exit code says.
    static boolean isAnything(List<Project> projects) {
        return projects.stream().anyMatch(each -> !each.issues().isEmpty());
    }

    private static boolean counts(Finding finding, DockerScanView view) {
        boolean leftOut = view.excludeBase() && finding.origin() == Origin.BASE;
        return !leftOut && Issue.severity(finding).isAtLeast(view.lowest());
    }

    /// The image's name as it was typed, without the kind before it; of a file the file's name.
    static String image(ScanReport report, DockerScanView view) {
        String kind = report.target().kind() + ":";
        boolean named = view.image().startsWith(kind);
        String image = named ? view.image().substring(kind.length()) : view.image();
        return isFile(report) ? image.substring(image.lastIndexOf('/') + 1) : image;
    }

    /// Whether the target is a file or a folder, whose name has no tag.
    private static boolean isFile(ScanReport report) {
        return switch (report.target().kind()) {
            case "docker", "podman", "containerd", "registry" -> false;
            default -> true;
        };
    }

    /// `docker-image|golang` of `golang:1.14.6`.
    static String projectName(ScanReport report, DockerScanView view) {
        String image = image(report, view);
        return "docker-image|" + image.substring(0, nameEnd(report, image));
    }

    /// The tag or digest, `latest` where there is none.
    static String tag(ScanReport report, DockerScanView view) {
        String image = image(report, view);
        int end = nameEnd(report, image);
        return end == image.length() ? "latest" : image.substring(end + 1);
    }

    private static int nameEnd(ScanReport report, String image) {
        if (isFile(report)) {
            return image.length();
        }
        int at = image.indexOf('@');
        int colon = image.indexOf(':', image.lastIndexOf('/') + 1);
        int tagged = colon < 0 ? image.length() : colon;
        return at > 0 ? Math.min(at, tagged) : tagged;
    }
}
