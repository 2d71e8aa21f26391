package io.plimsoll.catalog.rpm;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.Selector;
import java.io.IOException;

/// Reads the Berkeley DB hash file `Packages`: Red Hat Enterprise Linux up to 8, Fedora up to 32,
/// Amazon Linux 2, CentOS.
public final class RpmBerkeleyCataloger implements Cataloger {
    private static final Selector SELECTOR = DatabaseReader.places("Packages").build();

    @Override
    public String id() {
        return "rpm-berkeley";
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
        return DatabaseReader.run(new BerkeleyReader(), file);
    }
}
