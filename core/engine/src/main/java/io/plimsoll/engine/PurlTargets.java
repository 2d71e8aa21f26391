package io.plimsoll.engine;

import io.plimsoll.catalog.text.LineReader;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Location;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.model.Purl;
import io.plimsoll.model.TargetDescription;
import java.io.IOException;
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
    static ScannedTarget file(Path file, Limits limits) throws IOException, InterruptedException {
        ListedPackages packages = new ListedPackages();
        limits.check(Limit.FILE_SIZE, Files.size(file), file.toString());
        try (LineReader lines = new LineReader(Files.newInputStream(file), limits)) {
            while (lines.next()) {
                limits.check(Limit.PACKAGES, lines.number(), file.toString());
                String text = lines.text().strip();
                if (lines.isTooLong()) {
                    String why = "has more than " + limits.of(Limit.LINE_LENGTH) + " characters; ";
                    String more = Limit.LINE_LENGTH.flag() + " allows more";
                    packages.problem(problem(file, ProblemKind.LIMIT, lines.number(), why + more));
                } else if (!text.isEmpty() && !text.startsWith("#")) {
                    addLine(text, file, lines.number(), packages);
                }
            }
        }
        return new ScannedTarget(
                TargetDescription.of("purls", file.toString()), packages.inventory(), true);
    }

    private static Problem problem(Path file, ProblemKind kind, int line, String what) {
        return Problem.of(file.toString(), "purl", kind, "line " + line + ": " + what);
    }

    private static void addLine(String text, Path file, int number, ListedPackages packages) {
        try {
            add(text, packages);
        } catch (IllegalArgumentException noPurl) {
            String why = String.valueOf(noPurl.getMessage());
            packages.problem(problem(file, ProblemKind.MALFORMED, number, why));
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
