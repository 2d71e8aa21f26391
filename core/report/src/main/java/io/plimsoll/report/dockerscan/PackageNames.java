package io.plimsoll.report.dockerscan;

import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.SourcePackage;

/// Packages as `docker scan` names them.
final class PackageNames {
    private PackageNames() {}

    /// `openssl/libssl1.1` where the source is called otherwise, else `perl`.
    static String name(InstalledPackage installed) {
        PackageRecord record = installed.record();
        String own = record.fullName();
        String source = source(installed);
        return source.equals(own) ? own : source + "/" + own;
    }

    /// The source's name, which is the package's own where it has none.
    static String source(InstalledPackage installed) {
        PackageRecord record = installed.record();
        return record.source().map(SourcePackage::name).orElse(record.fullName());
    }

    /// `openssl/libssl1.1@1.1.1d-0+deb10u3`.
    static String label(InstalledPackage installed) {
        return name(installed) + "@" + installed.record().version();
    }
}
