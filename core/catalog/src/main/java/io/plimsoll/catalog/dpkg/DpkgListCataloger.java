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

/// Which files belong to which package of dpkg: `info/<name>.list` and `info/<name>:<arch>.list`,
/// one absolute path a line.
public final class DpkgListCataloger implements Cataloger {
    private static final String FOLDER = "/var/lib/dpkg/info";
    private static final String LIST = ".list";

    @Override
    public String id() {
        return "dpkg-list";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public Selector selector() {
        return Selector.builder().directories(FOLDER).build();
    }

    @Override
    public Catalog catalog(CatalogFile file) throws IOException, InterruptedException {
        if (!file.path().endsWith(LIST)) {
            return Catalog.EMPTY;
        }
        ProblemList problems = new ProblemList(file.path(), "dpkg");
        PathSet paths = PathLines.read(file, 0, problems);
        String name = ImagePath.name(file.path());
        String owner = name.substring(0, name.length() - LIST.length());
        return new Catalog(
                List.of(),
                List.of(new Ownership(PackageType.DEB, owner, paths)),
                Optional.empty(),
                problems.toList());
    }
}
