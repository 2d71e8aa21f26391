package io.plimsoll.catalog.alpm;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.Ownership;
import io.plimsoll.catalog.ProblemList;
import io.plimsoll.catalog.Selector;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.ImagePath;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.PathSet;
import io.plimsoll.model.SourcePackage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads pacman's local database: a folder for each package, in it `desc` with what it is and `files`
/// with what it brought.
///
/// Source: pacman 6.0, `lib/libalpm/be_local.c`.
public final class AlpmCataloger implements Cataloger {
    private static final String DATABASE = "/var/lib/pacman/local";
    private static final String FILES = "files";
    private static final Selector SELECTOR = Selector.builder().names("desc", FILES).build();
    private static final Set<String> DESCRIPTION =
            Set.of("NAME", "VERSION", "BASE", "ARCH", "LICENSE", "DEPENDS", "PROVIDES");

    @Override
    public String id() {
        return "alpm-local";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Selector selector() {
        return SELECTOR;
    }

    /// Reads one of the two files of a package; what lies elsewhere gives an empty result unread.
    @Override
    public Catalog catalog(CatalogFile file) throws IOException, InterruptedException {
        String folder = ImagePath.parent(file.path());
        if (!ImagePath.parent(folder).equals(DATABASE)) {
            return Catalog.EMPTY;
        }
        ProblemList problems = new ProblemList(file.path(), "alpm");
        return ImagePath.name(file.path()).equals(FILES)
                ? files(file, ImagePath.name(folder), problems)
                : description(file, problems);
    }

    private static Catalog description(CatalogFile file, ProblemList problems)
            throws IOException, InterruptedException {
        Sections sections = Sections.read(file, DESCRIPTION, problems);
        String name = sections.first("NAME");
        String version = sections.first("VERSION");
        if (name.isEmpty()) {
            problems.malformed("line 1: no %NAME%");
            return Catalog.of(List.of(), problems.toList());
        }
        PackageRecord.Builder builder =
                PackageRecord.builder(PackageType.ALPM, name, version)
                        .architecture(sections.first("ARCH"))
                        .licenses(sections.all("LICENSE"))
                        .relations(sections.all("DEPENDS"), sections.all("PROVIDES"))
                        .evidence(new Evidence(file.path(), IdentifiedBy.PACKAGE_DATABASE));
        if (version.isEmpty()) {
            problems.malformed("line 1: no %VERSION%");
        } else if (!sections.first("BASE").isEmpty()) {
            builder.source(new SourcePackage(sections.first("BASE"), version));
        }
        return Catalog.of(List.of(builder.build()), problems.toList());
    }

    /// The file does not name its package, its folder does: `acl-2.3.2-1`.
    private static Catalog files(CatalogFile file, String folder, ProblemList problems)
            throws IOException, InterruptedException {
        int release = folder.lastIndexOf('-');
        int version = folder.lastIndexOf('-', release - 1);
        if (version < 1) {
            problems.malformed("no folder of a package: " + ProblemList.quote(folder));
            return Catalog.of(List.of(), problems.toList());
        }
        PathSet.Builder paths = PathSet.builder();
        Sections.readFiles(file, problems, path -> paths.add("/" + path));
        PathSet owned = paths.build();
        if (owned.isEmpty()) {
            return Catalog.of(List.of(), problems.toList());
        }
        Ownership ownership = new Ownership(PackageType.ALPM, folder.substring(0, version), owned);
        return new Catalog(List.of(), List.of(ownership), Optional.empty(), problems.toList());
    }
}
