package io.plimsoll.cli;

import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.engine.ImageFacts;
import io.plimsoll.engine.NativeProgram;
import io.plimsoll.engine.OwnFile;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.image.BuiltFile;
import io.plimsoll.lint.image.BuiltImage;
import io.plimsoll.lint.image.BuiltPackage;
import io.plimsoll.lint.image.FindingCounts;
import io.plimsoll.lint.image.ImagePaths;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Origin;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import io.plimsoll.model.SourceLine;
import io.plimsoll.model.TargetDescription.LayerSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the engine found in an image, in the words of the lint room.
final class BuiltImages {
    private static final String PATH = "PATH=";
    private static final String USUAL_PATH =
            "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private final ImageFacts facts;
    private final ScanReport report;
    private final List<OptionalInt> lines;
    private final Map<Digest, OptionalInt> linesOfLayers = new HashMap<>();

    private BuiltImages(ImageFacts facts) {
        this.facts = facts;
        this.report = facts.report();
        this.lines = report.target().layers().stream().map(BuiltImages::line).toList();
        for (LayerSummary layer : report.target().layers().reversed()) {
            layer.diffId().ifPresent(id -> linesOfLayers.put(id, line(layer)));
        }
    }

    static BuiltImage of(ImageFacts facts, Dockerfile file) {
        BuiltImages built = new BuiltImages(facts);
        List<String> start = new ArrayList<>(facts.config().entrypoint());
        start.addAll(facts.config().cmd());
        return new BuiltImage(
                built.report.target().reference(),
                built.report.target().size(),
                built.packageType(),
                built.packages(),
                built.files(),
                facts.missingLine(),
                start,
                facts.config().healthcheck(),
                searchPath(facts.config().env()),
                counts(built.report.assessment().findings()),
                built.hasLayers(file) && facts.hasAllFiles(),
                new Paths(facts));
    }

    private record Paths(ImageFacts facts) implements ImagePaths {
        @Override
        public Optional<String> owner(String path) {
            return facts.owner(path);
        }

        @Override
        public String resolve(String path) {
            return facts.resolve(path);
        }
    }

    private static OptionalInt line(LayerSummary layer) {
        return layer.source()
                .map(SourceLine::line)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private static List<String> searchPath(List<String> env) {
        String path =
                env.stream()
                        .filter(each -> each.startsWith(PATH))
                        .map(each -> each.substring(PATH.length()))
                        .findFirst()
                        .orElse(USUAL_PATH);
        return List.of(path.split(":", -1));
    }

    /// Whether there is a layer for each line that writes files. A builder that joins them names the first
    /// of the lines only.
    private boolean hasLayers(Dockerfile file) {
        Set<Integer> known =
                lines.stream()
                        .flatMapToInt(OptionalInt::stream)
                        .boxed()
                        .collect(Collectors.toSet());
        return LintedFile.of(file).finalChain().stream()
                .flatMap(stage -> stage.instructions().stream())
                .filter(each -> each.kind().writesFiles())
                .allMatch(each -> known.contains(each.line()));
    }

    private String packageType() {
        return report.inventory().packages().stream()
                .map(each -> each.record().type())
                .filter(type -> type.isSystem())
                .findFirst()
                .map(type -> type.purlType())
                .orElse("");
    }

    private Map<String, BuiltPackage> packages() {
        Map<String, List<Finding>> findings =
                report.assessment().findings().stream()
                        .collect(Collectors.groupingBy(Finding::packageId));
        Map<String, InstalledPackage> byId = report.packagesById();
        Map<String, BuiltPackage> packages = new TreeMap<>();
        for (InstalledPackage each : byId.values()) {
            if (each.record().type().isSystem()) {
                String name = each.record().name();
                packages.put(name, built(each, byId, findings.getOrDefault(each.id(), List.of())));
            }
        }
        return packages;
    }

    private BuiltPackage built(
            InstalledPackage installed,
            Map<String, InstalledPackage> byId,
            List<Finding> findings) {
        String name = installed.record().name();
        boolean own = installed.origin() == Origin.OWN;
        return new BuiltPackage(
                name,
                facts.installedSize(name),
                own,
                own
                        ? installed
                                .layer()
                                .map(id -> linesOfLayers.getOrDefault(id, OptionalInt.empty()))
                                .orElse(OptionalInt.empty())
                        : OptionalInt.empty(),
                installed.dependsOn().stream()
                        .map(byId::get)
                        .filter(each -> each != null)
                        .map(each -> each.record().name())
                        .toList(),
                List.copyOf(facts.recommended(name)),
                facts.unneeded().contains(name),
                counts(findings));
    }

    private List<BuiltFile> files() {
        List<BuiltFile> files = new ArrayList<>();
        for (OwnFile each : facts.files()) {
            OptionalInt line = lines.get(each.layer());
            if (each.owner().isEmpty() && line.isPresent()) {
                files.add(file(each, line.getAsInt()));
            }
        }
        facts.emptyFolders()
                .forEach((path, layer) ->
                        lines.get(layer).ifPresent(line -> files.add(folder(path, line))));
        return files;
    }

    private static BuiltFile folder(String path, int line) {
        return new BuiltFile(path, 0, line, "", BuiltFile.Kind.FOLDER, List.of(), List.of());
    }

    private static BuiltFile file(OwnFile file, int line) {
        Optional<NativeProgram> program = file.program();
        BuiltFile.Kind kind =
                program.map(each ->
                                each.isStatic() ? BuiltFile.Kind.STATIC : BuiltFile.Kind.DYNAMIC)
                        .orElse(BuiltFile.Kind.OTHER);
        return new BuiltFile(
                file.path(),
                file.size(),
                line,
                file.target(),
                kind,
                program.map(NativeProgram::needed).orElse(List.of()),
                program.map(NativeProgram::runPaths).orElse(List.of()));
    }

    private static FindingCounts counts(Collection<Finding> findings) {
        int critical = count(findings, Severity.CRITICAL);
        int high = count(findings, Severity.HIGH);
        int medium = count(findings, Severity.MEDIUM);
        return new FindingCounts(
                critical, high, medium, findings.size() - critical - high - medium);
    }

    private static int count(Collection<Finding> findings, Severity severity) {
        return Math.toIntExact(
                findings.stream().filter(each -> each.severity() == severity).count());
    }
}
