package io.plimsoll.version;

import io.plimsoll.model.PackageType;
import java.util.List;
import java.util.Optional;

/// All version schemes.
public final class VersionSchemes {
    public static final VersionScheme ALPM = new AlpmScheme();
    public static final VersionScheme APK = new ApkScheme();
    public static final VersionScheme BITNAMI = new BitnamiScheme();
    public static final VersionScheme CARGO = new SemverScheme("cargo", false);
    public static final VersionScheme COMPOSER = new ComposerScheme();
    public static final VersionScheme DEB = new DebScheme();
    public static final VersionScheme GEM = new GemScheme();
    public static final VersionScheme GOLANG = new GolangScheme();
    public static final VersionScheme HEX = new SemverScheme("hex", false);
    public static final VersionScheme MAVEN = new MavenScheme();
    public static final VersionScheme NPM = new NpmScheme();
    public static final VersionScheme NUGET = new NugetScheme();
    public static final VersionScheme PYPI = new PypiScheme();
    public static final VersionScheme RPM = new RpmScheme();

    /// Semantic Versioning where no ecosystem says more; a `v` may stand in front.
    public static final VersionScheme SEMVER = new SemverScheme("semver", true);

    private static final List<VersionScheme> ALL =
            List.of(
                    ALPM, APK, BITNAMI, CARGO, COMPOSER, DEB, GEM, GOLANG, HEX, MAVEN, NPM, NUGET,
                    PYPI, RPM, SEMVER);

    private VersionSchemes() {}

    /// Every scheme, by name.
    public static List<VersionScheme> all() {
        return ALL;
    }

    /// The scheme with this {@link VersionScheme#id()}.
    public static Optional<VersionScheme> of(String id) {
        return ALL.stream().filter(scheme -> scheme.id().equals(id)).findFirst();
    }

    /// The order of a kind of package; nothing where the kind has none.
    public static Optional<VersionScheme> forType(PackageType type) {
        return switch (type) {
            case ALPM -> Optional.of(ALPM);
            case APK -> Optional.of(APK);
            case BITNAMI -> Optional.of(BITNAMI);
            case CARGO -> Optional.of(CARGO);
            case COMPOSER -> Optional.of(COMPOSER);
            // opkg compares as dpkg does: `pkg_compare_versions` of opkg's libopkg/pkg.c.
            case DEB, OPKG -> Optional.of(DEB);
            case GEM -> Optional.of(GEM);
            case GENERIC -> Optional.empty();
            case GOLANG -> Optional.of(GOLANG);
            case HEX -> Optional.of(HEX);
            case MAVEN -> Optional.of(MAVEN);
            case NPM -> Optional.of(NPM);
            case NUGET -> Optional.of(NUGET);
            case PYPI -> Optional.of(PYPI);
            case RPM -> Optional.of(RPM);
        };
    }
}
