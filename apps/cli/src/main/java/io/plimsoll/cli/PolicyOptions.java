package io.plimsoll.cli;

import io.plimsoll.engine.Progress;
import io.plimsoll.engine.RegistryVex;
import io.plimsoll.engine.ScanOptions;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.TargetDescription;
import io.plimsoll.policy.Policy;
import io.plimsoll.policy.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Which findings count by the user's own files. Where there are none, nothing of the policy's room
/// is loaded.
final class PolicyOptions {
    private static final String CONFIG = "--config";
    private static final String IGNORE_FILE = "--ignore-file";
    private static final String VEX = "--vex";

    /// Read without being named, where it is in the working folder.
    private static final String STANDARD = "plimsoll.yaml";

    /// In place of a file: the documents that lie beside the image.
    private static final String REGISTRY = "registry";

    private final Optional<PolicyReader> read;
    private final boolean asksRegistry;
    private final String notice;

    private PolicyOptions(Optional<PolicyReader> read, boolean asksRegistry, String notice) {
        this.read = read;
        this.asksRegistry = asksRegistry;
        this.notice = notice;
    }

    static void addTo(CommandSpec spec) {
        spec.addOption(
                Options.value(
                        "FILE", "policy to follow; else ./" + STANDARD + " where it is", CONFIG));
        spec.addOption(
                Options.values(
                        "FILE",
                        "what to leave out: of plimsoll.yaml's form, .snyk, .trivyignore,"
                                + " .trivyignore.yaml or .grype.yaml; repeatable",
                        IGNORE_FILE));
        spec.addOption(
                Options.values(
                        "FILE",
                        "VEX document: OpenVEX, CSAF or CycloneDX; repeatable, the last counts;"
                                + " registry: what lies beside the image",
                        VEX));
    }

    /// Reads the files that are named.
    ///
    /// @throws IllegalArgumentException if one is not as it should be
    /// @throws IOException if the bytes of one did not come
    static PolicyOptions of(ParseResult parsed) throws IOException {
        return of(parsed, List.of());
    }

    /// Reads the files that are named, and others before them.
    ///
    /// @throws IllegalArgumentException if one is not as it should be
    /// @throws IOException if the bytes of one did not come
    static PolicyOptions of(ParseResult parsed, List<String> others) throws IOException {
        Optional<Path> named = Options.path(parsed, CONFIG);
        List<String> ignoreFiles = new ArrayList<>(others);
        ignoreFiles.addAll(Options.texts(parsed, IGNORE_FILE));
        List<String> vex = Options.texts(parsed, VEX);
        Path standard = Path.of(STANDARD);
        boolean isStandard = named.isEmpty() && Files.isRegularFile(standard);
        if (named.isEmpty() && !isStandard && ignoreFiles.isEmpty() && vex.isEmpty()) {
            return new PolicyOptions(Optional.empty(), false, "");
        }
        PolicyReader reader = new PolicyReader();
        if (named.isPresent() || isStandard) {
            reader.config(existing(CONFIG, named.orElse(standard)));
        }
        for (String file : ignoreFiles) {
            reader.ignoreFile(existing(IGNORE_FILE, Path.of(file)));
        }
        for (String file : vex) {
            if (file.equals(REGISTRY)) {
                continue;
            }
            reader.vex(existing(VEX, Path.of(file)));
        }
        return new PolicyOptions(
                Optional.of(reader),
                vex.contains(REGISTRY),
                isStandard ? "the policy ./" + STANDARD + " is followed" : "");
    }

    private static Path existing(String option, Path file) {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(option + " '" + file + "': there is no such file");
        }
        return file;
    }

    /// The conditions of the command line, else those of the policy.
    ///
    /// @throws IllegalArgumentException if one is unknown
    Gate gate(List<String> words) {
        if (!words.isEmpty() || read.isEmpty()) {
            return Gate.of(words);
        }
        try {
            return Gate.of(read.get().failOn());
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    read.get().failOnAt() + ": 'fail-on': " + unknown.getMessage(), unknown);
        }
    }

    /// Tells which policy is followed that nobody named.
    void tell(Progress progress) {
        if (!notice.isEmpty()) {
            progress.notice(notice);
        }
    }

    /// The policy for a target; empty where nothing says anything.
    ///
    /// @throws IllegalArgumentException if the target has no registry that could be asked
    /// @throws IOException if the registry does not give what it lists
    Optional<Policy> policy(TargetDescription target, ScanOptions options, Progress progress)
            throws IOException, InterruptedException {
        if (read.isEmpty()) {
            return Optional.empty();
        }
        if (!asksRegistry) {
            return Optional.of(read.get().policy());
        }
        RegistryVex attached = RegistryVex.of(target, options, progress);
        return Optional.of(read.get().policy(attached.documents(), attached.problems()));
    }

    /// The report as the policy leaves it.
    ///
    /// @throws IllegalArgumentException if the target has no registry that could be asked
    /// @throws IOException if the registry does not give what it lists
    ScanReport apply(ScanReport report, ScanOptions options, Progress progress)
            throws IOException, InterruptedException {
        Optional<Policy> policy = policy(report.target(), options, progress);
        return policy.isEmpty() ? report : policy.get().apply(report);
    }
}
