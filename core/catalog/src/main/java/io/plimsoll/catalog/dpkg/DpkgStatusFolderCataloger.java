package io.plimsoll.catalog.dpkg;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.Ownership;
import io.plimsoll.catalog.ProblemList;
import io.plimsoll.catalog.Selector;
import io.plimsoll.model.ImagePath;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.PathSet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Packages of distroless images: one record a file in `status.d`, and beside it the list of its
/// files, `<name>.md5sums`.
///
/// Source: the rules of the distroless project, which writes these files.
public final class DpkgStatusFolderCataloger implements Cataloger {
    private static final String SUMS = ".md5sums";

    /// Digits of an MD5 sum and the two blanks behind it.
    private static final int PATH_COLUMN = 34;

    @Override
    public String id() {
        return "dpkg-status-folder";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public Selector selector() {
        return Selector.builder().directories("/var/lib/dpkg/status.d").build();
    }

    @Override
    public Catalog catalog(CatalogFile file) throws IOException, InterruptedException {
        if (file.path().endsWith(SUMS)) {
            return owned(file);
        }
        ProblemList problems = new ProblemList(file.path(), "dpkg");
        return Catalog.of(DpkgRecords.read(file, problems), problems.toList());
    }

    private static Catalog owned(CatalogFile file) throws IOException, InterruptedException {
        ProblemList problems = new ProblemList(file.path(), "dpkg");
        PathSet paths = PathLines.read(file, PATH_COLUMN, problems);
        String name = ImagePath.name(file.path());
        String owner = name.substring(0, name.length() - SUMS.length());
        return new Catalog(
                List.of(),
                List.of(new Ownership(PackageType.DEB, owner, paths)),
                Optional.empty(),
                problems.toList());
    }
}
