package io.plimsoll.acceptance;

import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.engine.Access;
import io.plimsoll.engine.DockerfileOption;
import io.plimsoll.engine.ImageFacts;
import io.plimsoll.engine.ImageFactsReader;
import io.plimsoll.engine.Progress;
import io.plimsoll.engine.ScanOptions;
import io.plimsoll.engine.ScannedTarget;
import io.plimsoll.engine.Scanner;
import io.plimsoll.engine.Target;
import io.plimsoll.model.Limits;
import io.plimsoll.model.ScanReport;
import io.plimsoll.report.ReportFormats;
import io.plimsoll.report.View;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/// Scans with the advisory snapshot and no cache.
final class Scans {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private Scans() {}

    static ScanReport of(String target) throws IOException, InterruptedException {
        return of(target, Access.FILES_ONLY);
    }

    /// The same, with what may be reached.
    static ScanReport of(String target, Access access) throws IOException, InterruptedException {
        return scanner(access).scan(Target.parse(target));
    }

    /// The same, with the Dockerfile of the image.
    static ScanReport of(String target, Access access, DockerfileOption dockerfile)
            throws IOException, InterruptedException {
        ScanOptions options = options(access).withDockerfile(Optional.of(dockerfile));
        return new Scanner(options, Progress.SILENT).scan(Target.parse(target));
    }

    /// What an image says beside its Dockerfile.
    static ImageFacts facts(
            String target, Access access, DockerfileOption option, Dockerfile dockerfile)
            throws IOException, InterruptedException {
        ScanOptions options = options(access).withDockerfile(Optional.of(option));
        return new ImageFactsReader(options, Progress.SILENT)
                .read(Target.parse(target), dockerfile);
    }

    /// Writes what is in a target, unjudged.
    static Path sbom(String target, String format, Path file)
            throws IOException, InterruptedException {
        ScannedTarget read = scanner(Access.FILES_ONLY).read(Target.parse(target));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            ReportFormats.of(format)
                    .orElseThrow()
                    .write(Scanner.unjudged(read, TODAY, "test"), View.EVERYTHING, out);
        }
        return file;
    }

    private static Scanner scanner(Access access) {
        return new Scanner(options(access), Progress.SILENT);
    }

    private static ScanOptions options(Access access) {
        return new ScanOptions(
                Repository.advisories(),
                Optional.empty(),
                Limits.standard(),
                Optional.empty(),
                access,
                TODAY,
                "test");
    }
}
