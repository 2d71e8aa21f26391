package io.plimsoll.catalog.apk;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.Selector;
import io.plimsoll.catalog.text.LineReader;
import io.plimsoll.model.Limit;
import java.io.IOException;

/// Reads apk's database of installed packages. A line is a letter, a colon and a value; an empty line
/// ends a package.
///
/// Source: <https://wiki.alpinelinux.org/wiki/Apk_spec>, "Installed Database V2".
public final class ApkCataloger implements Cataloger {
    private static final Selector SELECTOR =
            Selector.builder().paths("/lib/apk/db/installed", "/usr/lib/apk/db/installed").build();

    @Override
    public String id() {
        return "apk-installed";
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
        ApkRecords records = new ApkRecords(file);
        try (LineReader lines = new LineReader(file.stream(), file.limits())) {
            while (!records.isFull() && lines.next()) {
                if (lines.isTooLong()) {
                    String where = "line " + lines.number();
                    records.problems().limit(Limit.LINE_LENGTH, file.limits(), where);
                } else if (lines.isBlank()) {
                    records.end();
                } else if (lines.length() < 2 || lines.at(1) != ':') {
                    records.badLine(lines.number(), lines.text());
                } else {
                    field(records, lines);
                }
            }
        }
        records.end();
        return records.catalog();
    }

    /// Fields not named here (checksum, sizes, description, owner, mode) say nothing about which
    /// package it is.
    private static void field(ApkRecords records, LineReader lines) {
        switch (lines.at(0)) {
            case 'P', 'V', 'A', 'L', 'o', 'D', 'p', 'F', 'R' ->
                    records.field(
                            (char) lines.at(0), lines.trimmed(2, lines.length()), lines.number());
            default -> records.otherField(lines.number());
        }
    }
}
