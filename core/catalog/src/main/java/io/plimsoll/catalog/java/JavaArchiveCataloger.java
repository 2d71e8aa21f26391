package io.plimsoll.catalog.java;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.Selector;
import java.io.IOException;

/// Reads Java archives and all archives inside them, and says which Maven artifacts they are. Only
/// the table of contents and the few entries that name an artifact are read; classes are counted by
/// their names.
///
/// Sources: APPNOTE.TXT 6.3.10; Java SE specification "JAR File"; Maven Archiver.
public final class JavaArchiveCataloger implements Cataloger {
    private static final Selector SELECTOR =
            Selector.builder().suffixes(ArchiveNames.SUFFIXES.toArray(String[]::new)).build();

    @Override
    public String id() {
        return "java-archive";
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
        return new ArchiveWalk(file).read();
    }
}
