package io.plimsoll.version;

import java.util.Locale;

/// Versions of NuGet packages: one to four numbers, then a pre-release that is compared without
/// regard to case. Numbers that are missing are zero.
///
/// Source: <https://learn.microsoft.com/nuget/concepts/package-versioning>;
/// `NuGet.Versioning` (`NuGetVersionFactory.cs`, `VersionComparer.cs`).
final class NugetScheme implements VersionScheme {
    private static final SemverGrammar GRAMMAR = new SemverGrammar("nuget", 1, 4, true);

    @Override
    public String id() {
        return GRAMMAR.id();
    }

    @Override
    public int compare(String left, String right) throws InvalidVersionException {
        check(left);
        check(right);
        return SemverText.compare(fold(left), 0, fold(right), 0);
    }

    @Override
    public void check(String version) throws InvalidVersionException {
        GRAMMAR.check(version.strip(), 0);
    }

    private static String fold(String version) {
        return version.strip().toLowerCase(Locale.ROOT);
    }
}
