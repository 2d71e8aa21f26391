package io.plimsoll.match;

import io.plimsoll.model.Distribution;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.PackageRecord;

/// Why there is nothing to judge a package by.
final class NotAssessed {
    private NotAssessed() {}

    static String because(InstalledPackage installed, Distribution distribution) {
        PackageRecord record = installed.record();
        String kind = record.type().purlType();
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
}
