package io.plimsoll.model;

import java.util.Locale;
import java.util.Optional;

/// The kind of a package, named by its purl type.
///
/// Source: <https://github.com/package-url/purl-spec>, `types/`.
public enum PackageType {
    ALPM("alpm"),
    APK("apk"),
    BITNAMI("bitnami"),
    CARGO("cargo"),
    COMPOSER("composer"),
    DEB("deb"),
    GEM("gem"),
    GENERIC("generic"),
    GOLANG("golang"),
    HEX("hex"),
    MAVEN("maven"),
    NPM("npm"),
    NUGET("nuget"),
    OPKG("opkg"),
    PYPI("pypi"),
    RPM("rpm");

    private final String purlType;

    PackageType(String purlType) {
        this.purlType = purlType;
    }

    /// The type as it stands in a purl, in lower case.
    public String purlType() {
        return purlType;
    }

    /// Whether a distribution's package manager installs this kind.
    public boolean isSystem() {
        return switch (this) {
            case ALPM, APK, DEB, OPKG, RPM -> true;
            case BITNAMI, CARGO, COMPOSER, GEM, GENERIC, GOLANG, HEX, MAVEN, NPM, NUGET, PYPI ->
                    false;
        };
    }

    /// The programming language whose packages these are, in Syft's words; empty where there is none.
    ///
    /// Source: Syft 1.57, `syft/pkg/language.go`.
    public String language() {
        return switch (this) {
            case CARGO -> "rust";
            case COMPOSER -> "php";
            case GEM -> "ruby";
            case GOLANG -> "go";
            case HEX -> "elixir";
            case MAVEN -> "java";
            case NPM -> "javascript";
            case NUGET -> "dotnet";
            case PYPI -> "python";
            case ALPM, APK, BITNAMI, DEB, GENERIC, OPKG, RPM -> "";
        };
    }

    /// The type with this purl name, in any case.
    public static Optional<PackageType> ofPurlType(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (PackageType type : values()) {
            if (type.purlType.equals(wanted)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
