package io.plimsoll.match;

import io.plimsoll.model.Distribution;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import java.util.Optional;

/// Why there is nothing to judge a package by.
final class NotAssessed {
    private NotAssessed() {}

    static String because(InstalledPackage installed, Distribution distribution) {
        PackageRecord record = installed.record();
        String kind = record.type().purlType();
        String detail = record.evidence().detail();
        if (record.type() == PackageType.GENERIC && !detail.isEmpty()) {
            // An SBOM's entry that names no package; the detail says what it lacks.
            return detail;
        }
        if (!record.type().isSystem()) {
            return "no advisory data for " + kind;
        }
        if (!distribution.isKnown()) {
            return "the distribution is unknown: no os-release";
        }
        String release =
                distribution.id()
                        + (distribution.versionId().isEmpty()
                                ? ""
                                : " " + distribution.versionId());
        return "no advisory data for " + kind + " packages of " + release;
    }

    /// What a package lacks to be judged at all; nothing where it lacks nothing.
    static Optional<String> lacking(PackageRecord record) {
        if (record.type() == PackageType.MAVEN && record.namespace().isEmpty()) {
            return Optional.of("the Maven artifact has no group");
        }
        return record.version().isEmpty()
                ? Optional.of("the package has no version")
                : Optional.empty();
    }
}
