package io.plimsoll.catalog.rpm;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.ProblemList;
import io.plimsoll.catalog.Selector;
import io.plimsoll.catalog.text.LineReader;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.Limit;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads `container-manifest-2`, which Azure Linux and CBL-Mariner leave in their distroless images
/// instead of a database: a line for each package, with tabs between name, version-release, time of
/// installation, time of build, vendor, epoch, size, architecture, epoch number and source package.
///
/// Source: the files of those images, which `rpm -qa` writes with the format `%{NAME}`,
/// `%{VERSION}-%{RELEASE}`, `%{INSTALLTIME}`, `%{BUILDTIME}`, `%{VENDOR}`, `%{EPOCH}`, `%{SIZE}`,
/// `%{ARCH}`, `%{EPOCHNUM}`, `%{SOURCERPM}`.
public final class RpmManifestCataloger implements Cataloger {
    private static final Selector SELECTOR =
            Selector.builder().paths("/var/lib/rpmmanifest/container-manifest-2").build();
    private static final Pattern TAB = Pattern.compile("\t");
    private static final int FIELDS = 10;
    private static final int NAME = 0;
    private static final int VERSION = 1;
    private static final int ARCHITECTURE = 7;
    private static final int EPOCH = 8;
    private static final int SOURCE_RPM = 9;

    @Override
    public String id() {
        return "rpm-manifest";
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
        List<PackageRecord> packages = new ArrayList<>();
        ProblemList problems = new ProblemList(file.path(), "rpm");
        try (LineReader lines = new LineReader(file.stream(), file.limits())) {
            while (lines.next()) {
                String where = "line " + lines.number();
                if (lines.isTooLong()) {
                    problems.limit(Limit.LINE_LENGTH, file.limits(), where);
                } else if (packages.size() >= file.limits().of(Limit.PACKAGES)) {
                    problems.limit(Limit.PACKAGES, file.limits(), where);
                    break;
                } else if (!lines.isBlank()) {
                    read(lines.text(), where, file.path(), packages, problems);
                }
            }
        }
        return Catalog.of(packages, problems.toList());
    }

    private static void read(
            String line,
            String where,
            String path,
            List<PackageRecord> packages,
            ProblemList problems) {
        String[] fields = TAB.split(line, FIELDS + 1);
        if (fields.length < FIELDS || fields[NAME].isEmpty() || fields[VERSION].isEmpty()) {
            problems.malformed(where + ": no package of ten fields: " + ProblemList.quote(line));
            return;
        }
        boolean noEpoch = fields[EPOCH].isEmpty() || fields[EPOCH].equals("0");
        String epoch = noEpoch ? "" : fields[EPOCH] + ":";
        PackageRecord.Builder builder =
                PackageRecord.builder(PackageType.RPM, fields[NAME], epoch + fields[VERSION])
                        .architecture(fields[ARCHITECTURE])
                        .evidence(new Evidence(path, IdentifiedBy.PACKAGE_DATABASE));
        SourceRpm.parse(fields[SOURCE_RPM], epoch).ifPresent(builder::source);
        packages.add(builder.build());
    }
}
