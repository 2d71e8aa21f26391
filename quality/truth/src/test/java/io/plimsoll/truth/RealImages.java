package io.plimsoll.truth;

import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.ScanReport;
import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/// The root file systems of the shared folder as images of one layer, each scanned once a run.
final class RealImages {
    /// Those that the peers have something to say about.
    static final List<String> PACKAGED =
            List.of(
                    "almalinux-8.9-micro-s390x",
                    "almalinux-9.2-micro-aarch64",
                    "alpine-minirootfs-3.10.9-x86_64",
                    "alpine-minirootfs-3.17.10-x86_64",
                    "alpine-minirootfs-3.20.3-aarch64",
                    "alpine-minirootfs-3.20.3-x86_64");

    static final String BUSYBOX = "busybox-glibc-amd64";

    private static final Map<String, ScanReport> REPORTS = new HashMap<>();

    private RealImages() {}

    static synchronized ScanReport report(String image) throws IOException, InterruptedException {
        ScanReport known = REPORTS.get(image);
        if (known != null) {
            return known;
        }
        Path archive =
                Files.createDirectories(Path.of("target", "real-images")).resolve(image + ".tar");
        ImageBuilder builder = new ImageBuilder().layer(rootFileSystem(image), "ADD rootfs /");
        Files.write(archive, TarBuilder.of(DockerArchives.manifest(builder)));
        ScanReport report = Scans.of("docker-archive:" + archive);
        REPORTS.put(image, report);
        return report;
    }

    /// The findings by id and package name, with their fixed versions.
    static Map<String, String> findings(String image) throws IOException, InterruptedException {
        ScanReport report = report(image);
        Map<String, InstalledPackage> packages = report.packagesById();
        Map<String, String> findings = new TreeMap<>();
        report.assessment()
                .findings()
                .forEach(finding ->
                        findings.put(
                                finding.id()
                                        + "\t"
                                        + Objects.requireNonNull(packages.get(finding.packageId()))
                                                .record()
                                                .name(),
                                String.join(",", finding.fix().versions())));
        return findings;
    }

    private static byte[] rootFileSystem(String image) throws IOException {
        Path folder = SharedFolder.find().resolve("images");
        Path xz = folder.resolve(image + ".tar.xz");
        boolean isXz = Files.exists(xz);
        Path file = isXz ? xz : folder.resolve(image + ".tar.gz");
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream plain = isXz ? new XZInputStream(raw) : new GZIPInputStream(raw)) {
            return plain.readAllBytes();
        }
    }
}
