package io.plimsoll.catalog.dpkg;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.ProblemList;
import io.plimsoll.catalog.Selector;
import java.io.IOException;

/// Installed packages of dpkg, from its status file.
public final class DpkgStatusCataloger implements Cataloger {
    @Override
    public String id() {
        return "dpkg-status";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Selector selector() {
        return Selector.builder().paths("/var/lib/dpkg/status").build();
    }

    @Override
    public Catalog catalog(CatalogFile file) throws IOException, InterruptedException {
        ProblemList problems = new ProblemList(file.path(), "dpkg");
        return Catalog.of(DpkgRecords.read(file, problems), problems.toList());
    }
}
