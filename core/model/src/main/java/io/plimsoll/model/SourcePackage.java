package io.plimsoll.model;

/// The source package that a binary package was built from.
///
/// @param name name of the source, never empty
/// @param version version of the source itself, which may differ from the binary's; never empty
public record SourcePackage(String name, String version) {
    public SourcePackage {
        Check.notEmpty(name, "source name");
        Check.notEmpty(version, "source version");
    }
}
