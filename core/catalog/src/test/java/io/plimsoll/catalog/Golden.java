package io.plimsoll.catalog;

import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.Problem;
import java.util.List;

/// What catalogers said, as lines that a person can review: one for each file, package, owner,
/// distribution and problem, in the order they were given.
final class Golden {
    private final StringBuilder text = new StringBuilder();

    void add(String cataloger, String path, Catalog catalog) {
        line("file", path, cataloger);
        catalog.packages().forEach(this::add);
        for (Ownership owned : catalog.ownerships()) {
            line(
                    "owner",
                    owned.type().purlType(),
                    owned.owner(),
                    owned.paths().size() + " paths",
                    Integer.toHexString(owned.paths().hashCode()));
        }
        catalog.distribution()
                .ifPresent(found ->
                        line(
                                "distribution",
                                found.id(),
                                found.versionId(),
                                found.prettyName(),
                                found.codename(),
                                String.join(",", found.idLike()),
                                found.evidence()));
        for (Problem problem : catalog.problems()) {
            line(
                    "problem",
                    problem.path(),
                    problem.component(),
                    problem.kind().word(),
                    problem.reason());
        }
    }

    String text() {
        return text.toString();
    }

    private void add(PackageRecord found) {
        line(
                "package",
                found.type().purlType(),
                found.fullName(),
                found.version(),
                "arch=" + found.architecture(),
                "source="
                        + found.source()
                                .map(source -> source.name() + " " + source.version())
                                .orElse(""),
                "module=" + found.module(),
                "licenses=" + String.join("; ", found.licenses()),
                found.evidence().identifiedBy().word(),
                found.evidence().path(),
                found.evidence().detail());
        list("requires", found.relations().requires());
        list("provides", found.relations().provides());
    }

    private void list(String label, List<String> values) {
        if (!values.isEmpty()) {
            line("", label, String.join("; ", values));
        }
    }

    private void line(String... parts) {
        text.append(String.join("\t", parts).replace("\n", "\\n").stripTrailing()).append('\n');
    }
}
