package io.plimsoll.catalog.rpm;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.Selector;
import java.io.IOException;

/// Reads rpm's own format "ndb", `Packages.db`: SUSE Linux Enterprise since 15.3, openSUSE.
public final class RpmNdbCataloger implements Cataloger {
    private static final Selector SELECTOR = DatabaseReader.places("Packages.db").build();

    @Override
    public String id() {
        return "rpm-ndb";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Selector selector() {
        return SELECTOR;
    }

    @Override
    public Catalog catalog(CatalogFile file) throws IOException, InterruptedException {
        return DatabaseReader.run(new NdbReader(), file);
    }
}
