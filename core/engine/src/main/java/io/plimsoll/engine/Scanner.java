package io.plimsoll.engine;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.image.Image;
import io.plimsoll.image.Platform;
import io.plimsoll.image.source.ImageSources;
import io.plimsoll.match.Matcher;
import io.plimsoll.model.Assessment;
import io.plimsoll.model.Finding;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.TargetDescription;
import io.plimsoll.model.TargetDescription.LayerSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One target in, one report out.
public final class Scanner {
    private final ScanOptions options;
    private final Progress progress;

    public Scanner(ScanOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /// Reads a target and judges it.
    ///
    /// @throws io.plimsoll.advisory.AdvisoryStoreException if the advisory data cannot be used
    /// @throws IOException if the target could not be read
    /// @throws InterruptedException if the thread was interrupted
    public ScanReport scan(Target target) throws IOException, InterruptedException {
        try (StoreOpening opening = StoreOpening.start(options.store())) {
            ScannedTarget read = read(target);
            return judge(read, opening.store());
        }
    }

    /// Reads a target once for each platform that it is there for, and judges each.
    ///
    /// @return one report a platform, in the order of the target's index; a single one where the
    ///     target offers no choice
    /// @throws io.plimsoll.advisory.AdvisoryStoreException if the advisory data cannot be used
    /// @throws IOException if the target could not be read
    /// @throws InterruptedException if the thread was interrupted
    public List<ScanReport> scanAllPlatforms(Target target)
            throws IOException, InterruptedException {
        Target known = withKind(target);
        Optional<ImageKind> kind = ImageKind.of(known.kind());
        List<Platform> platforms =
                kind.isEmpty()
                        ? List.of()
                        : kind.get().platforms(known.reference(), options, progress);
        if (platforms.isEmpty()) {
            return List.of(scan(target));
        }
        List<ScanReport> reports = new ArrayList<>();
        for (Platform platform : platforms) {
            progress.notice("platform " + platform);
            reports.add(new Scanner(options.withPlatform(platform), progress).scan(known));
        }
        return reports;
    }

    /// A bare path with the kind that its content says; a bare name stays as it is.
    private static Target withKind(Target target) throws IOException, InterruptedException {
        if (target.namedKind().isPresent()) {
            return target;
        }
        Path path = Path.of(target.reference());
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(
                    "--all-platforms needs to know where '"
                            + target.reference()
                            + "' is: write registry:"
                            + target.reference());
        }
        return new Target(ImageSources.detect(path).orElse(""), target.reference());
    }

    /// Reads a target without judging it.
    ///
    /// @throws IOException if the target could not be read
    /// @throws InterruptedException if the thread was interrupted
    public ScannedTarget read(Target target) throws IOException, InterruptedException {
        ScannedTarget read = readAny(target);
        if (options.dockerfile().isPresent() && read.description().layers().isEmpty()) {
            throw new IllegalArgumentException(
                    "a Dockerfile belongs to an image with layers; '"
                            + target.reference()
                            + "' has none");
        }
        if (options.checks() && read.checks().isEmpty()) {
            throw new IllegalArgumentException(
                    "checks are of images and root file systems; '"
                            + target.reference()
                            + "' is a list of packages");
        }
        return read;
    }

    private ScannedTarget readAny(Target target) throws IOException, InterruptedException {
        Optional<TargetImage> found = TargetImage.open(target, options, progress);
        if (found.isEmpty()) {
            return readList(target);
        }
        try (Image image = found.get().image()) {
            return new ImageScan(options, progress)
                    .scan(found.get().kind(), target.reference(), image);
        }
    }

    private ScannedTarget readList(Target target) throws IOException, InterruptedException {
        String reference = target.reference();
        return switch (target.namedKind().orElse("sbom")) {
            case "pkg" -> PurlTargets.one(reference);
            case "purls" -> PurlTargets.file(Path.of(reference), options.limits());
            default -> SbomTarget.read(Path.of(reference), options.limits(), progress);
        };
    }

    /// Judges a target that was read.
    public ScanReport judge(ScannedTarget target, AdvisoryStore store) {
        progress.phase("matching");
        Assessment assessment = new Matcher(store, options.today()).assess(target.inventory());
        return new ScanReport(
                options.toolVersion(),
                options.today(),
                target.complete(),
                target.description(),
                target.inventory(),
                attributed(assessment, target),
                target.checks(),
                Optional.empty());
    }

    /// A report of what is in a target, without any judgement.
    public static ScanReport unjudged(ScannedTarget target, LocalDate today, String toolVersion) {
        return new ScanReport(
                toolVersion,
                today,
                target.complete(),
                target.description(),
                target.inventory(),
                new Assessment(
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        Assessment.Support.UNKNOWN));
    }

    /// The findings with the instruction of the layer that brought them.
    private static Assessment attributed(Assessment assessment, ScannedTarget target) {
        if (BaseFinding.isKnown(target.description()) || target.inventory().knowsOrigins()) {
            return BaseFinding.attributed(assessment, target);
        }
        List<Finding> findings =
                assessment.findings().stream()
                        .map(each -> attributed(each, target.description()))
                        .toList();
        return assessment.with(findings, assessment.suppressed());
    }

    private static Finding attributed(Finding finding, TargetDescription target) {
        return target.layers().stream()
                .filter(layer ->
                        layer.diffId().isPresent() && layer.diffId().equals(finding.layer()))
                .findFirst()
                .map(layer -> from(finding, layer))
                .orElse(finding);
    }

    private static Finding from(Finding finding, LayerSummary layer) {
        return finding.from(layer.origin(), layer.diffId(), layer.instruction());
    }
}
