package io.plimsoll.catalog.opkg;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.Ownership;
import io.plimsoll.catalog.ProblemList;
import io.plimsoll.catalog.Selector;
import io.plimsoll.catalog.control.ControlReader;
import io.plimsoll.catalog.control.Paragraph;
import io.plimsoll.catalog.text.LineReader;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.ImagePath;
import io.plimsoll.model.Limit;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.PathSet;
import io.plimsoll.model.SourcePackage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads opkg's `status`, a paragraph for each package, and `info/*.list`, the files of one. The
/// folder `info` also holds `*.control` with each package's own paragraph; `status` has them all, so
/// they are not read.
///
/// Source: opkg-lede, `libopkg/pkg_parse.c` and `pkg.c`.
public final class OpkgCataloger implements Cataloger {
    private static final String STATUS = "/status";
    private static final String LIST = ".list";
    private static final Selector SELECTOR =
            Selector.builder()
                    .paths("/usr/lib/opkg/status", "/var/lib/opkg/status", "/lib/opkg/status")
                    .directories("/usr/lib/opkg/info", "/var/lib/opkg/info", "/lib/opkg/info")
                    .build();
    private static final Set<String> FIELDS =
            Set.of(
                    "Package",
                    "Version",
                    "Architecture",
                    "Status",
                    "Depends",
                    "Provides",
                    "License",
                    "SourceName");

    @Override
    public String id() {
        return "opkg";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public Selector selector() {
        return SELECTOR;
    }

    @Override
    public Catalog catalog(CatalogFile file) throws IOException, InterruptedException {
        if (file.path().endsWith(STATUS)) {
            return status(file);
        }
        return file.path().endsWith(LIST) ? list(file) : Catalog.EMPTY;
    }

    private static Catalog status(CatalogFile file) throws IOException, InterruptedException {
        List<PackageRecord> packages = new ArrayList<>();
        ProblemList problems = new ProblemList(file.path(), "opkg");
        try (ControlReader reader =
                new ControlReader(file.stream(), file.limits(), FIELDS, problems)) {
            Optional<Paragraph> next = reader.next();
            while (next.isPresent()) {
                if (packages.size() >= file.limits().of(Limit.PACKAGES)) {
                    String where = "line " + next.get().line();
                    problems.limit(Limit.PACKAGES, file.limits(), where);
                    break;
                }
                read(next.get(), file.path(), problems).ifPresent(packages::add);
                next = reader.next();
            }
        }
        return Catalog.of(packages, problems.toList());
    }

    private static Optional<PackageRecord> read(
            Paragraph paragraph, String path, ProblemList problems) {
        String name = paragraph.field("Package");
        String version = paragraph.field("Version");
        String where = "paragraph at line " + paragraph.line();
        if (name.isEmpty()) {
            problems.malformed(where + ": no field \"Package\"");
            return Optional.empty();
        }
        if (!isPresent(paragraph.field("Status"))) {
            return Optional.empty();
        }
        String license = paragraph.field("License");
        PackageRecord.Builder builder =
                PackageRecord.builder(PackageType.OPKG, name, version)
                        .architecture(paragraph.field("Architecture"))
                        .licenses(license.isEmpty() ? List.of() : List.of(license))
                        .relations(
                                entries(paragraph.field("Depends")),
                                entries(paragraph.field("Provides")))
                        .evidence(new Evidence(path, IdentifiedBy.PACKAGE_DATABASE));
        if (version.isEmpty()) {
            problems.malformed(where + ": no field \"Version\"");
        } else if (!paragraph.field("SourceName").isEmpty()) {
            builder.source(new SourcePackage(paragraph.field("SourceName"), version));
        }
        return Optional.of(builder.build());
    }

    /// Whether the package's files are there: `deinstall ok config-files` has left only its
    /// configuration.
    private static boolean isPresent(String status) {
        return !status.endsWith(" not-installed") && !status.endsWith(" config-files");
    }

    private static List<String> entries(String value) {
        List<String> entries = new ArrayList<>();
        int start = 0;
        while (start < value.length()) {
            int comma = value.indexOf(',', start);
            int end = comma < 0 ? value.length() : comma;
            String entry = value.substring(start, end).strip();
            if (!entry.isEmpty()) {
                entries.add(entry);
            }
            start = end + 1;
        }
        return entries;
    }

    /// A path a line, then a tab and the mode, then a tab and a link's target where it is one.
    private static Catalog list(CatalogFile file) throws IOException, InterruptedException {
        String name = ImagePath.name(file.path());
        String owner = name.substring(0, name.length() - LIST.length());
        ProblemList problems = new ProblemList(file.path(), "opkg");
        PathSet.Builder paths = PathSet.builder();
        try (LineReader lines = new LineReader(file.stream(), file.limits())) {
            while (lines.next()) {
                if (lines.isTooLong()) {
                    String where = "line " + lines.number();
                    problems.limit(Limit.LINE_LENGTH, file.limits(), where);
                } else if (lines.length() > 0 && lines.at(0) == '/') {
                    int tab = lines.indexOf((byte) '\t', 0);
                    paths.add(lines.text(0, tab < 0 ? lines.length() : tab));
                } else if (!lines.isBlank()) {
                    String text = ProblemList.quote(lines.text());
                    problems.malformed("line " + lines.number() + ": no absolute path: " + text);
                }
            }
        }
        PathSet owned = paths.build();
        List<Ownership> ownerships =
                owned.isEmpty() || owner.isEmpty()
                        ? List.of()
                        : List.of(new Ownership(PackageType.OPKG, owner, owned));
        return new Catalog(List.of(), ownerships, Optional.empty(), problems.toList());
    }
}
