package io.plimsoll.advisory;

import java.util.Locale;

/// Folds package names as their ecosystems do, so that a name looked up and a name in an advisory
/// are equal where the ecosystem calls them equal.
public final class PackageNames {
    private PackageNames() {}

    /// The folded name.
    ///
    /// @param ecosystem OSV ecosystem, with or without its release
    public static String fold(String ecosystem, String name) {
        int colon = ecosystem.indexOf(':');
        String family = colon < 0 ? ecosystem : ecosystem.substring(0, colon);
        return switch (family) {
            case "PyPI" -> foldPython(name);
            case "NuGet", "Packagist" -> name.toLowerCase(Locale.ROOT);
            default -> name;
        };
    }

    /// Lower case, runs of `-`, `_` and `.` as one `-`.
    ///
    /// Source: PEP 503, "Normalized Names".
    private static String foldPython(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        boolean separator = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '-' || c == '_' || c == '.') {
                separator = true;
                continue;
            }
            if (separator) {
                folded.append('-');
                separator = false;
            }
            folded.append(Character.toLowerCase(c));
        }
        return separator ? folded.append('-').toString() : folded.toString();
    }
}
