package io.plimsoll.catalog.dpkg;

import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.ProblemList;
import io.plimsoll.catalog.control.ControlReader;
import io.plimsoll.catalog.control.Paragraph;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.Limit;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.SourcePackage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads package records in the form of dpkg's status file.
///
/// Source: `deb-control(5)` for the fields, `dpkg(1)`, "Package states", for the states.
final class DpkgRecords {
    private static final Set<String> FIELDS =
            Set.of(
                    "Package",
                    "Status",
                    "Version",
                    "Architecture",
                    "Source",
                    "Depends",
                    "Pre-Depends",
                    "Provides");

    private DpkgRecords() {}

    /// The packages whose files are there.
    static List<PackageRecord> read(CatalogFile file, ProblemList problems)
            throws IOException, InterruptedException {
        List<PackageRecord> packages = new ArrayList<>();
        try (ControlReader reader =
                new ControlReader(file.stream(), file.limits(), FIELDS, problems)) {
            for (Optional<Paragraph> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (packages.size() >= file.limits().of(Limit.PACKAGES)) {
                    problems.limit(Limit.PACKAGES, file.limits(), "line " + next.get().line());
                    break;
                }
                record(next.get(), file.path(), problems).ifPresent(packages::add);
            }
        }
        return packages;
    }

    private static Optional<PackageRecord> record(
            Paragraph paragraph, String path, ProblemList problems) {
        String name = paragraph.field("Package");
        if (name.isEmpty()) {
            problems.malformed("line " + paragraph.line() + ": the record has no Package field");
            return Optional.empty();
        }
        if (!isPresent(paragraph.field("Status"))) {
            return Optional.empty();
        }
        String version = paragraph.field("Version");
        if (version.isEmpty()) {
            problems.malformed(
                    "line " + paragraph.line() + ": package \"" + name + "\" has no Version field");
        }
        PackageRecord.Builder builder =
                PackageRecord.builder(PackageType.DEB, name, version)
                        .architecture(paragraph.field("Architecture"))
                        .relations(requires(paragraph), list(paragraph.field("Provides")))
                        .evidence(new Evidence(path, IdentifiedBy.PACKAGE_DATABASE));
        source(paragraph.field("Source"), name, version).ifPresent(builder::source);
        return Optional.of(builder.build());
    }

    /// Whether the package's files are there: `deinstall ok config-files` has left only its
    /// configuration, and distroless records have no status at all.
    private static boolean isPresent(String status) {
        if (status.isEmpty()) {
            return true;
        }
        String state = status.substring(status.lastIndexOf(' ') + 1);
        return switch (state) {
            case "not-installed", "config-files" -> false;
            default -> true;
        };
    }

    /// `Source: name` or `Source: name (version)`; without the field the source has the package's
    /// name and version.
    private static Optional<SourcePackage> source(String field, String name, String version) {
        int open = field.indexOf('(');
        int close = field.indexOf(')', Math.max(open, 0));
        String sourceName = (open < 0 ? field : field.substring(0, open)).strip();
        String sourceVersion =
                open < 0 || close < 0 ? version : field.substring(open + 1, close).strip();
        if (sourceVersion.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new SourcePackage(sourceName.isEmpty() ? name : sourceName, sourceVersion));
    }

    private static List<String> requires(Paragraph paragraph) {
        List<String> all = new ArrayList<>(list(paragraph.field("Pre-Depends")));
        all.addAll(list(paragraph.field("Depends")));
        return all;
    }

    private static List<String> list(String field) {
        List<String> entries = new ArrayList<>();
        int start = 0;
        while (start < field.length()) {
            int comma = field.indexOf(',', start);
            int end = comma < 0 ? field.length() : comma;
            String entry = field.substring(start, end).strip();
            if (!entry.isEmpty()) {
                entries.add(entry);
            }
            start = end + 1;
        }
        return entries;
    }
}
