package io.plimsoll.engine;

import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Location;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.model.Purl;
import io.plimsoll.model.TargetDescription;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Targets that are package URLs: one, or a file with one a line.
final class PurlTargets {
    private PurlTargets() {}

    /// One purl.
    ///
    /// @throws IllegalArgumentException if the text is none
    static ScannedTarget one(String text) {
        ListedPackages packages = new ListedPackages();
        add(text, packages);
        return new ScannedTarget(TargetDescription.of("pkg", text), packages.inventory(), true);
    }

    /// A file of purls, one a line; blank lines and lines that begin with `#` are passed over.
    static ScannedTarget file(Path file, Limits limits) throws IOException {
        ListedPackages packages = new ListedPackages();
        int number = 0;
        limits.check(Limit.FILE_SIZE, Files.size(file), file.toString());
        // A reader of its own replaces bytes that are no UTF-8: they cost a line, not the list.
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                limits.check(Limit.PACKAGES, number, file.toString());
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    addLine(text, file, number, packages);
                }
            }
        }
        return new ScannedTarget(
                TargetDescription.of("purls", file.toString()), packages.inventory(), true);
    }

    private static void addLine(String text, Path file, int number, ListedPackages packages) {
        try {
            add(text, packages);
        } catch (IllegalArgumentException noPurl) {
            packages.problem(
                    Problem.of(
                            file.toString(),
                            "purl",
                            ProblemKind.MALFORMED,
                            "line " + number + ": " + noPurl.getMessage()));
        }
    }

    private static void add(String text, ListedPackages packages) {
        Purl purl = Purl.parse(text);
        Evidence evidence = new Evidence("", IdentifiedBy.PURL);
        packages.add(
                new PackageMerger.Found(
                        PurlPackages.record(purl, evidence),
                        new Location(evidence, Optional.empty()),
                        Optional.empty()),
                PurlPackages.distribution(purl));
    }
}
