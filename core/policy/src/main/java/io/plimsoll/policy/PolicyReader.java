package io.plimsoll.policy;

import io.plimsoll.model.Problem;
import io.plimsoll.policy.ignore.IgnoreFile;
import io.plimsoll.policy.ignore.IgnoreFiles;
import io.plimsoll.policy.ignore.PlimsollFile;
import io.plimsoll.policy.ignore.Rule;
import io.plimsoll.policy.subject.PolicyFormatException;
import io.plimsoll.policy.vex.VexDocument;
import io.plimsoll.policy.vex.VexFiles;
import io.plimsoll.policy.vex.VexStatements;
import io.plimsoll.policy.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads the files of a policy, one after another. Every method throws {@link PolicyFormatException}
/// where a file is not as it should be.
public final class PolicyReader {
    private final List<Rule> rules = new ArrayList<>();
    private final List<VexDocument> documents = new ArrayList<>();
    private final List<String> severityOrder = new ArrayList<>();
    private final List<String> failOn = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private String failOnAt = "";

    /// Reads a `plimsoll.yaml`.
    ///
    /// @throws IOException if its bytes did not come
    public void config(Path file) throws IOException {
        byte[] bytes = bytes(file, YamlReader.MAX_BYTES);
        PlimsollFile read =
                PlimsollFile.read(file.toString(), YamlReader.read(file.toString(), bytes));
        add(read.ignore());
        failOn.addAll(read.failOn());
        failOnAt = read.failOnAt();
        severityOrder.addAll(read.severityOrder());
    }

    /// Reads an ignore file of whichever scanner.
    ///
    /// @throws IOException if its bytes did not come
    public void ignoreFile(Path file) throws IOException {
        add(IgnoreFiles.read(file.toString(), bytes(file, YamlReader.MAX_BYTES)));
    }

    /// Reads a VEX document.
    ///
    /// @throws IOException if its bytes did not come
    public void vex(Path file) throws IOException {
        vex(file.toString(), bytes(file, VexFiles.MAX_BYTES));
    }

    /// Reads a VEX document that is in memory.
    ///
    /// @param name what it is called in messages
    public void vex(String name, byte[] bytes) {
        documents.add(VexFiles.read(name, bytes));
    }

    /// The words of `fail-on`; empty where there are none.
    public List<String> failOn() {
        return List.copyOf(failOn);
    }

    /// Where they stand: file, line and column.
    public String failOnAt() {
        return failOnAt;
    }

    /// What was read.
    ///
    /// @param first documents from elsewhere, as if they stood first on the command line
    /// @param problems with those
    public Policy policy(List<VexDocument> first, List<Problem> problems) {
        List<VexDocument> all = new ArrayList<>(first);
        all.addAll(documents);
        List<Problem> said = new ArrayList<>(warnings);
        said.addAll(problems);
        return new Policy(rules, new VexStatements(all), severityOrder, said);
    }

    /// What was read.
    public Policy policy() {
        return policy(List.of(), List.of());
    }

    private void add(IgnoreFile file) {
        rules.addAll(file.rules());
        warnings.addAll(file.warnings());
    }

    private static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new PolicyFormatException(
                        file
                                + " has more than "
                                + most
                                + " bytes, which are the most that are read");
            }
            return bytes;
        }
    }
}
