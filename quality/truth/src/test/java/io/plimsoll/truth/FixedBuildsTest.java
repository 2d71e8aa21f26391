package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Span;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.Fixer;
import io.plimsoll.lint.LintFinding;
import io.plimsoll.lint.LintReport;
import io.plimsoll.lint.Linter;
import io.plimsoll.lint.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Twenty real Dockerfiles upon images that are at hand: what `--fix` makes of them parses, breaks the
/// fixed rules no longer, and a real builder builds it where it built the file before.
final class FixedBuildsTest {
    private static final int FILES = 20;
    private static final int LEAST_BUILT = 10;
    private static final Pattern BASE =
            Pattern.compile("(?:[^ ]*/)?(alpine|busybox)(?::[^ ]*)?(?:@[^ ]*)?");

    @TempDir static Path folder;

    private final Linter linter = new Linter(Rules.all(), List.of(), LocalDate.EPOCH);

    @BeforeAll
    static void bases() throws IOException, InterruptedException {
        Path images = SharedFolder.find().resolve("images");
        base("alpine", images.resolve("alpine-minirootfs-3.20.3-x86_64.tar.gz"));
        base("busybox", images.resolve("busybox-glibc-amd64.tar.gz"));
    }

    @Test
    void fixedFilesAreCleanAndBuildWhereTheyDidBefore() throws IOException, InterruptedException {
        int seen = 0;
        int built = 0;
        for (Path path : DockerfileCorpus.files()) {
            Optional<Dockerfile> before =
                    uponLocalBases(Dockerfile.parse(Files.readAllBytes(path)));
            if (seen < FILES && before.isPresent() && isWorthIt(before.get())) {
                Dockerfile after = fixed(path, before.get());
                if (after != before.get()) {
                    seen++;
                    boolean builds = builds(path + " before", before.get());
                    if (builds) {
                        built++;
                        assertThat(builds(path + " after", after)).as("" + path).isTrue();
                    }
                }
            }
        }
        assertThat(seen).isEqualTo(FILES);
        assertThat(built).isGreaterThanOrEqualTo(LEAST_BUILT);
    }

    /// The fixed file, after a look at what became of its findings; the file itself where none is fixed.
    private Dockerfile fixed(Path path, Dockerfile before) {
        LintReport report = linter.lint("" + path, before);
        Fixer.Result result = new Fixer(linter).fix(report);
        if (Arrays.equals(result.file().print(), before.print())) {
            return before;
        }
        Dockerfile after = Dockerfile.parse(result.file().print());
        assertThat(after.problems()).as("" + path).isEmpty();
        Set<String> gone = rules(report.findings());
        gone.removeAll(rules(result.report().findings()));
        assertThat(gone).as("" + path).isNotEmpty();
        assertThat(linter.lint("" + path, after).findings())
                .hasSize(report.findings().size() - result.fixed());
        assertThat(kinds(after)).as("" + path).isEqualTo(kinds(before));
        return after;
    }

    private static Set<String> rules(List<LintFinding> findings) {
        return findings.stream()
                .filter(each -> !each.violation().fix().isEmpty())
                .map(each -> each.rule().id())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// A label takes the place of MAINTAINER, and COPY that of ADD.
    private static List<String> kinds(Dockerfile file) {
        return file.instructions().stream()
                .map(each ->
                        switch (each.kind()) {
                            case MAINTAINER -> InstructionKind.LABEL;
                            case ADD -> InstructionKind.COPY;
                            default -> each.kind();
                        })
                .map(Enum::name)
                .toList();
    }

    /// Something runs, and nothing but files of the context is needed.
    private static boolean isWorthIt(Dockerfile file) {
        return file.problems().isEmpty()
                && file.instructions().stream().anyMatch(each -> each.kind() == InstructionKind.RUN)
                && file.instructions().stream()
                        .noneMatch(each ->
                                each.logical().contains("://")
                                        || each.logical().contains("--mount")
                                        || each.logical().contains("apk "));
    }

    /// The file with the bases that are at hand; empty where one is not.
    private static Optional<Dockerfile> uponLocalBases(Dockerfile file) {
        List<Span> spans = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Set<String> stages = new HashSet<>();
        for (Stage stage : file.stages()) {
            var base = BASE.matcher(stage.base().text());
            boolean known =
                    stages.contains(stage.base().text()) || stage.base().text().equals("scratch");
            if (base.matches()) {
                spans.add(stage.base().span());
                names.add("localhost/" + base.group(1) + ":1");
            } else if (!known) {
                return Optional.empty();
            }
            stage.name().ifPresent(stages::add);
        }
        return spans.isEmpty()
                ? Optional.empty()
                : Optional.of(Dockerfile.parse(file.replaced(spans, names)));
    }

    private static boolean builds(String name, Dockerfile file)
            throws IOException, InterruptedException {
        Path context = Files.createTempDirectory(folder, "context");
        Files.write(context.resolve("Dockerfile"), file.print());
        for (Instruction each : file.instructions()) {
            boolean copies =
                    each.kind() == InstructionKind.COPY || each.kind() == InstructionKind.ADD;
            List<Word> words = copies ? each.arguments().list() : List.of();
            for (Word word : words.subList(0, Math.max(0, words.size() - 1))) {
                provide(context, word.text());
            }
        }
        try {
            buildah(
                    "bud",
                    "--isolation",
                    "chroot",
                    "--network",
                    "host",
                    "--pull-never",
                    context + "");
            return true;
        } catch (AssertionError refused) {
            assertThat(name).doesNotEndWith(" after");
            return false;
        }
    }

    /// A file of the context that a COPY wants.
    private static void provide(Path context, String source) throws IOException {
        Path path = context.resolve(source.replaceFirst("^/+", "").replace("*", "any")).normalize();
        boolean usable =
                path.startsWith(context)
                        && !path.equals(context)
                        && source.chars()
                                .allMatch(c ->
                                        Character.isLetterOrDigit(c) || "./-_*".indexOf(c) >= 0);
        if (usable && !Files.exists(path)) {
            Files.createDirectories(
                    context.relativize(path).getNameCount() > 1
                            ? context.resolve(
                                    context.relativize(path)
                                            .subpath(
                                                    0, context.relativize(path).getNameCount() - 1))
                            : context);
            Files.writeString(path, "content\n");
        }
    }

    private static void base(String name, Path tar) throws IOException, InterruptedException {
        Path archive = folder.resolve(name + ".tar");
        String tag = "localhost/" + name + ":1";
        Path log = Files.createDirectories(folder.resolve("log"));
        Tool.run(
                log,
                List.of(
                        "skopeo",
                        "copy",
                        "tarball:" + tar,
                        "docker-archive:" + archive + ":" + tag),
                "",
                "skopeo");
        buildah("pull", "docker-archive:" + archive);
    }

    private static void buildah(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("buildah", "--root", folder.resolve("storage").toString()));
        command.addAll(List.of("--runroot", folder.resolve("run").toString()));
        command.addAll(List.of("--storage-driver", "vfs"));
        command.addAll(List.of(arguments));
        Tool.run(Files.createDirectories(folder.resolve("log")), command, "", "buildah");
    }
}
