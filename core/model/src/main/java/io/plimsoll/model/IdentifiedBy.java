package io.plimsoll.model;

import java.util.Locale;

/// What a package was recognised by, the most trustworthy first.
public enum IdentifiedBy {
    /// A record of the distribution's package database.
    PACKAGE_DATABASE,
    /// `META-INF/maven/…/pom.properties` inside a jar.
    POM_PROPERTIES,
    /// Installed metadata of a language package: `package.json`, `METADATA`, `PKG-INFO`.
    METADATA,
    /// A jar's `META-INF/MANIFEST.MF`.
    MANIFEST,
    /// The Java packages of a jar's classes, with the version of its manifest or file name.
    CLASS_PACKAGES,
    /// The file's name alone.
    FILE_NAME,
    /// An entry of an SBOM.
    SBOM,
    /// A purl that the caller gave.
    PURL;

    /// The word for it in reports: lower case with hyphens.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
