package io.plimsoll.catalog.apk;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.Ownership;
import io.plimsoll.catalog.PathBudget;
import io.plimsoll.catalog.ProblemList;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.PathSet;
import io.plimsoll.model.SourcePackage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/// Collects the fields of one package after the other. A bad record does not hide the others.
final class ApkRecords {
    private final String path;
    private final Limits limits;
    private final ProblemList problems;
    private final PathBudget budget;
    private final List<PackageRecord> packages = new ArrayList<>();
    private final List<Ownership> ownerships = new ArrayList<>();

    private final Map<Character, String> fields = new HashMap<>();
    private PathSet.Builder files = PathSet.builder();
    private String folder = "/";
    private int firstLine;
    private boolean full;

    ApkRecords(CatalogFile file) {
        this.path = file.path();
        this.limits = file.limits();
        this.problems = new ProblemList(path, "apk");
        this.budget = new PathBudget(file.size());
    }

    /// Whether the limit of packages is reached.
    boolean isFull() {
        return full;
    }

    ProblemList problems() {
        return problems;
    }

    void badLine(int line, String text) {
        problems.malformed("line " + line + ": no field: " + ProblemList.quote(text));
    }

    void otherField(int line) {
        if (firstLine == 0) {
            firstLine = line;
        }
    }

    /// Takes a field. A second name begins a new package where the empty line is missing.
    void field(char key, String value, int line) {
        if (key == 'P' && fields.containsKey('P')) {
            problems.malformed("line " + line + ": a second name in one record");
            end();
        }
        otherField(line);
        switch (key) {
            case 'F' -> folder = value.isEmpty() ? "/" : "/" + value + "/";
            case 'R' -> addFile(value, line);
            default -> fields.put(key, value);
        }
    }

    /// Ends a package, where one was begun.
    void end() {
        if (firstLine > 0 && !full) {
            finish("record at line " + firstLine);
        }
        fields.clear();
        files = PathSet.builder();
        folder = "/";
        firstLine = 0;
    }

    Catalog catalog() {
        return new Catalog(packages, ownerships, Optional.empty(), problems.toList());
    }

    private void addFile(String name, int line) {
        if (folder.length() + name.length() > limits.of(Limit.PATH_LENGTH)) {
            problems.limit(Limit.PATH_LENGTH, limits, "line " + line);
        } else if (budget.take(folder.length() + name.length())) {
            files.add(folder.concat(name));
        } else {
            problems.malformed("line " + line + ": a file list far larger than the database");
        }
    }

    private void finish(String where) {
        String name = text('P');
        String version = text('V');
        if (name.isEmpty()) {
            problems.malformed(where + ": no name (P:)");
            return;
        }
        if (packages.size() >= limits.of(Limit.PACKAGES)) {
            problems.limit(Limit.PACKAGES, limits, where);
            full = true;
            return;
        }
        PackageRecord.Builder builder =
                PackageRecord.builder(PackageType.APK, name, version)
                        .architecture(text('A'))
                        .licenses(text('L').isEmpty() ? List.of() : List.of(text('L')))
                        .relations(requires(), words(text('p')))
                        .evidence(new Evidence(path, IdentifiedBy.PACKAGE_DATABASE));
        if (version.isEmpty()) {
            problems.malformed(where + ": no version (V:) of " + ProblemList.quote(name));
        } else if (!text('o').isEmpty()) {
            builder.source(new SourcePackage(text('o'), version));
        }
        packages.add(builder.build());
        PathSet paths = files.build();
        if (!paths.isEmpty()) {
            ownerships.add(new Ownership(PackageType.APK, name, paths));
        }
    }

    /// What is required; with `!` before it, a package must not be there.
    private List<String> requires() {
        return words(text('D')).stream().filter(word -> !word.startsWith("!")).toList();
    }

    private String text(char key) {
        return fields.getOrDefault(key, "");
    }

    private static List<String> words(String value) {
        List<String> words = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(value, " \t");
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words;
    }
}
