package io.plimsoll.policy;

import io.plimsoll.model.Finding;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Suppressed;
import io.plimsoll.policy.subject.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Policies of files that a test writes.
final class Files {
    private final Path folder;
    private final PolicyReader reader = new PolicyReader();

    Files(Path folder) {
        this.folder = folder;
    }

    /// Reads a text as an ignore file of this name, `plimsoll.yaml` as a policy.
    Files with(String name, String text) {
        Path file = folder.resolve(name);
        try {
            java.nio.file.Files.writeString(file, text, StandardCharsets.UTF_8);
            if (name.equals("plimsoll.yaml")) {
                reader.config(file);
            } else if (name.endsWith(".json")) {
                reader.vex(name, text.getBytes(StandardCharsets.UTF_8));
            } else {
                reader.ignoreFile(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    ScanReport applied() {
        return reader.policy().apply(Images.report());
    }

    /// The names of the packages whose finding is left out, in order.
    List<String> leftOut() {
        return applied().assessment().suppressed().stream()
                .map(Suppressed::finding)
                .map(Files::name)
                .toList();
    }

    private static String name(Finding finding) {
        String purl = finding.packageId();
        return purl.substring(purl.lastIndexOf('/', purl.indexOf('@')) + 1, purl.indexOf('@'));
    }

    /// What is said of the policy, with file names for paths, sorted.
    List<String> problems() {
        return applied().inventory().problems().stream().map(this::located).sorted().toList();
    }

    /// A line of a file as `FILE:LINE`.
    private String located(Problem problem) {
        String file = problem.path().replace(folder + "/", "");
        String reason = problem.reason();
        return reason.startsWith("line ")
                ? file + ":" + reason.substring("line ".length())
                : reason;
    }

    /// What is said of a package's finding, with file names for paths.
    List<String> explained(String purl) {
        return Subject.of(Images.report()).stream()
                .filter(each -> each.installed().id().equals(purl))
                .flatMap(each -> reader.policy().explain(each, Images.TODAY).lines().stream())
                .map(line -> line.replace(folder + "/", ""))
                .toList();
    }

    PolicyReader reader() {
        return reader;
    }
}
