package io.plimsoll.catalog.all;

import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.alpm.AlpmCataloger;
import io.plimsoll.catalog.apk.ApkCataloger;
import io.plimsoll.catalog.dpkg.DpkgListCataloger;
import io.plimsoll.catalog.dpkg.DpkgStatusCataloger;
import io.plimsoll.catalog.dpkg.DpkgStatusFolderCataloger;
import io.plimsoll.catalog.java.JavaArchiveCataloger;
import io.plimsoll.catalog.npm.NpmPackageCataloger;
import io.plimsoll.catalog.opkg.OpkgCataloger;
import io.plimsoll.catalog.os.DistributionCataloger;
import io.plimsoll.catalog.python.PythonPackageCataloger;
import io.plimsoll.catalog.rpm.RpmBerkeleyCataloger;
import io.plimsoll.catalog.rpm.RpmManifestCataloger;
import io.plimsoll.catalog.rpm.RpmNdbCataloger;
import io.plimsoll.catalog.rpm.RpmSqliteCataloger;
import java.util.List;

/// All catalogers.
public final class Catalogers {
    private Catalogers() {}

    /// Every cataloger, in the order of their ids.
    public static List<Cataloger> all() {
        return List.of(
                new AlpmCataloger(),
                new ApkCataloger(),
                new DistributionCataloger(),
                new DpkgListCataloger(),
                new DpkgStatusCataloger(),
                new DpkgStatusFolderCataloger(),
                new JavaArchiveCataloger(),
                new NpmPackageCataloger(),
                new OpkgCataloger(),
                new PythonPackageCataloger(),
                new RpmBerkeleyCataloger(),
                new RpmManifestCataloger(),
                new RpmNdbCataloger(),
                new RpmSqliteCataloger());
    }
}
