package io.plimsoll.catalog.python;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.ProblemList;
import io.plimsoll.catalog.Selector;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Installed Python distributions, each from its core metadata: `<name>-<version>.dist-info/METADATA`
/// of wheels, `PKG-INFO` in `<name>.egg-info/` or `<egg>/EGG-INFO/`, and `<name>.egg-info` where that
/// is a file, as distutils writes it. Files of these names elsewhere are not read. Zipped eggs and
/// wheels are not opened.
///
/// Name or version that the metadata lacks are taken from the name of the folder or file.
///
/// Source: <https://packaging.python.org/en/latest/specifications/core-metadata/>,
/// <https://packaging.python.org/en/latest/specifications/recording-installed-packages/> and
/// <https://setuptools.pypa.io/en/latest/deprecated/python_eggs.html>.
public final class PythonPackageCataloger implements Cataloger {
    private static final Selector SELECTOR =
            Selector.builder().names("METADATA", "PKG-INFO").suffixes(".egg-info").build();

    @Override
    public String id() {
        return "python-package";
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
        Optional<PlaceName> place = PlaceName.of(file.path());
        if (place.isEmpty()) {
            return Catalog.EMPTY;
        }
        ProblemList problems = new ProblemList(file.path(), "python");
        CoreMetadata metadata = CoreMetadata.read(file, problems);
        return Catalog.of(
                record(file.path(), place.get(), metadata, problems)
                        .map(List::of)
                        .orElse(List.of()),
                problems.toList());
    }

    private static Optional<PackageRecord> record(
            String path, PlaceName place, CoreMetadata metadata, ProblemList problems) {
        if (metadata.isEmpty()) {
            problems.malformed("line " + metadata.lines() + ": no metadata");
            return Optional.empty();
        }
        boolean hasName = !metadata.name().isEmpty();
        boolean hasVersion = !metadata.version().isEmpty();
        String name = hasName ? metadata.name() : place.name();
        String version = hasVersion ? metadata.version() : place.version();
        if (!hasName || !hasVersion) {
            String missing = hasName ? "Version" : hasVersion ? "Name" : "Name and Version";
            problems.malformed(
                    "line " + metadata.lines() + ": the metadata ends without " + missing);
        }
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                PackageRecord.builder(PackageType.PYPI, name, version)
                        .licenses(metadata.licenses())
                        .relations(metadata.requires(), List.of())
                        .evidence(evidence(path, !hasName, !hasVersion && !version.isEmpty()))
                        .build());
    }

    private static Evidence evidence(String path, boolean nameFromPath, boolean versionFromPath) {
        if (nameFromPath && versionFromPath) {
            return new Evidence(path, IdentifiedBy.FILE_NAME);
        }
        String detail =
                nameFromPath
                        ? "name from the path"
                        : versionFromPath ? "version from the path" : "";
        return new Evidence(path, IdentifiedBy.METADATA, detail);
    }
}
