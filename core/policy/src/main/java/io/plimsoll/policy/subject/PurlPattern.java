package io.plimsoll.policy.subject;

import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.Purl;
import io.plimsoll.model.SourcePackage;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A purl that names packages: with a version that one, without one all; what it says as a qualifier
/// must be so. `arch=source` and `arch=src` name the packages of a source package.
///
/// Source: the purl specification; for the meaning of what is left out, OpenVEX 0.2.0, "Software
/// Identifiers".
public final class PurlPattern {
    /// Qualifiers that say where to fetch a package, not which one it is.
    private static final Set<String> PLACES =
            Set.of(
                    "repository_url",
                    "download_url",
                    "vcs_url",
                    "file_name",
                    "checksum",
                    "checksums",
                    "upstream",
                    "type",
                    "classifier",
                    "package-id");

    private static final Set<String> CASELESS =
            Set.of("pypi", "golang", "composer", "github", "hex", "deb", "nuget");

    private final Purl wanted;

    private PurlPattern(Purl wanted) {
        this.wanted = wanted;
    }

    /// The packages that a purl names.
    ///
    /// @throws IllegalArgumentException if the text is no purl
    public static PurlPattern parse(String text) {
        return new PurlPattern(Purl.parse(text));
    }

    /// Whether a package is named by it.
    ///
    /// @param purl the package's own
    public boolean matches(Purl purl, InstalledPackage installed) {
        return isSamePackage(purl, installed) && isSameVersion(purl, installed);
    }

    /// Whether it names a package, of whichever version.
    public boolean isSamePackage(Purl purl, InstalledPackage installed) {
        Optional<SourcePackage> source = source(installed);
        String name = source.isEmpty() ? purl.name() : source.get().name();
        return wanted.type().equals(purl.type())
                && normal(wanted.namespace()).equals(normal(purl.namespace()))
                && normal(wanted.name()).equals(normal(name))
                && qualifiersHold(purl);
    }

    private boolean isSameVersion(Purl purl, InstalledPackage installed) {
        Optional<SourcePackage> source = source(installed);
        String version = source.isEmpty() ? purl.version() : source.get().version();
        return wanted.version().isEmpty() || wanted.version().equals(version);
    }

    /// The source package, where it is one that is named.
    private Optional<SourcePackage> source(InstalledPackage installed) {
        if (!namesSource()) {
            return Optional.empty();
        }
        PackageRecord record = installed.record();
        return record.source()
                .or(() ->
                        record.version().isEmpty()
                                ? Optional.empty()
                                : Optional.of(new SourcePackage(record.name(), record.version())));
    }

    private boolean namesSource() {
        String arch = wanted.qualifiers().getOrDefault("arch", "");
        return arch.equals("source") || arch.equals("src");
    }

    private boolean qualifiersHold(Purl purl) {
        for (Map.Entry<String, String> each : wanted.qualifiers().entrySet()) {
            String key = each.getKey();
            boolean isPlace = PLACES.contains(key) || (key.equals("arch") && namesSource());
            String here = purl.qualifiers().getOrDefault(key, "");
            boolean holds =
                    key.equals("distro")
                            ? isSameRelease(each.getValue(), here)
                            : each.getValue().equals(here);
            if (!isPlace && !holds) {
                return false;
            }
        }
        return true;
    }

    /// `debian-12` is the release of `debian-12.5`.
    private static boolean isSameRelease(String wanted, String here) {
        return wanted.equals(here) || here.startsWith(wanted + ".");
    }

    private String normal(String part) {
        String text = CASELESS.contains(wanted.type()) ? part.toLowerCase(Locale.ROOT) : part;
        return wanted.type().equals("pypi") ? text.replace('_', '-').replace('.', '-') : text;
    }

    @Override
    public String toString() {
        return wanted.toString();
    }
}
