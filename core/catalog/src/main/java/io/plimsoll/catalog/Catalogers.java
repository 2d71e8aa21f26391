package io.plimsoll.catalog;

import io.plimsoll.catalog.alpm.AlpmCataloger;
import io.plimsoll.catalog.apk.ApkCataloger;
import io.plimsoll.catalog.dpkg.DpkgListCataloger;
import io.plimsoll.catalog.dpkg.DpkgStatusCataloger;
import io.plimsoll.catalog.dpkg.DpkgStatusFolderCataloger;
import io.plimsoll.catalog.os.DistributionCataloger;
import java.util.List;

/// All catalogers.
public final class Catalogers {
    private Catalogers() {}

    /// Every cataloger, in the order of their ids.
    public static List<Cataloger> all() {
        return List.of(
                new DistributionCataloger(),
                new DpkgListCataloger(),
                new DpkgStatusCataloger(),
                new DpkgStatusFolderCataloger());
    }
}
