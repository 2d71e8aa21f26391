package io.plimsoll.catalog.rpm;

import io.plimsoll.catalog.Ownership;
import io.plimsoll.catalog.ProblemList;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.PathSet;
import io.plimsoll.model.SourcePackage;
import java.util.List;
import java.util.Optional;

/// Makes a package of a header. Only a name is indispensable: a field that cannot be read is a
/// problem and counts as absent.
final class HeaderReader {
    /// Marks an imported signing key: rpm keeps them as if they were packages.
    private static final String KEY = "gpg-pubkey";

    private final Header header;
    private final String where;
    private final ProblemList problems;

    /// @param where the header's place in its database, for messages
    HeaderReader(Header header, String where, ProblemList problems) {
        this.header = header;
        this.where = where;
        this.problems = problems;
    }

    /// The package and its files; empty for a signing key.
    ///
    /// @throws DamagedException if there is no name
    Optional<Installed> read(String path) throws DamagedException {
        String name = header.string(Header.NAME);
        if (name.isEmpty()) {
            throw new DamagedException("a header without name");
        }
        if (name.equals(KEY)) {
            return Optional.empty();
        }
        String epoch = epoch();
        PackageRecord.Builder builder =
                PackageRecord.builder(PackageType.RPM, name, epoch + versionAndRelease())
                        .architecture(string(Header.ARCH))
                        .module(module())
                        .licenses(license())
                        .relations(requires(), provides(name))
                        .evidence(new Evidence(path, IdentifiedBy.PACKAGE_DATABASE));
        source(epoch).ifPresent(builder::source);
        return Optional.of(
                new Installed(builder.build(), new Ownership(PackageType.RPM, name, files())));
    }

    /// A package with its files.
    record Installed(PackageRecord found, Ownership owned) {}

    private String epoch() {
        int[] epoch = optional(() -> header.numbers(Header.EPOCH), new int[0]);
        return epoch.length == 0 || epoch[0] == 0 ? "" : Integer.toUnsignedString(epoch[0]) + ":";
    }

    private String versionAndRelease() {
        String version = string(Header.VERSION);
        String release = string(Header.RELEASE);
        if (version.isEmpty()) {
            problems.malformed(where + ": a header without version");
        }
        return release.isEmpty() ? version : version + "-" + release;
    }

    private Optional<SourcePackage> source(String epoch) {
        String fileName = string(Header.SOURCE_RPM);
        if (fileName.isEmpty() || fileName.equals("(none)")) {
            return Optional.empty();
        }
        Optional<SourcePackage> source = SourceRpm.parse(fileName, epoch);
        if (source.isEmpty()) {
            problems.malformed(
                    where + ": no name of a source package: " + ProblemList.quote(fileName));
        }
        return source;
    }

    /// `name:stream` of a label `name:stream:version:context`.
    /// Source: <https://docs.fedoraproject.org/en-US/modularity/core-concepts/nsvca/>.
    private String module() {
        String label = string(Header.MODULARITY_LABEL);
        int stream = label.indexOf(':') + 1;
        int version = stream == 0 ? -1 : label.indexOf(':', stream);
        return version < 0 ? label : label.substring(0, version);
    }

    private List<String> license() {
        String license = string(Header.LICENSE);
        return license.isEmpty() ? List.of() : List.of(license);
    }

    private List<String> requires() {
        return optional(
                () ->
                        Dependencies.read(
                                header.strings(Header.REQUIRE_NAME),
                                header.numbers(Header.REQUIRE_FLAGS),
                                header.strings(Header.REQUIRE_VERSION),
                                name -> name.startsWith("rpmlib(")),
                List.of());
    }

    private List<String> provides(String name) {
        return optional(
                () ->
                        Dependencies.read(
                                header.strings(Header.PROVIDE_NAME),
                                header.numbers(Header.PROVIDE_FLAGS),
                                header.strings(Header.PROVIDE_VERSION),
                                name::equals),
                List.of());
    }

    private PathSet files() {
        return optional(() -> FileList.read(header), PathSet.empty());
    }

    private String string(int tag) {
        return optional(() -> header.string(tag), "");
    }

    private <T> T optional(Reading<T> reading, T absent) {
        try {
            return reading.read();
        } catch (DamagedException e) {
            problems.add(e.kind(), where + ": " + e.reason());
            return absent;
        }
    }

    /// A part of the header being read.
    private interface Reading<T> {
        T read() throws DamagedException;
    }
}
