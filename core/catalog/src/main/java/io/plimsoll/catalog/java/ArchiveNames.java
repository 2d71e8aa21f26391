package io.plimsoll.catalog.java;

import java.util.Locale;
import java.util.Set;

/// The names that Java archives go by.
final class ArchiveNames {
    /// Library, web and enterprise application, resource and service archives, NiFi and Jenkins
    /// plugins, Karaf features, Liferay packages. All are zip archives.
    static final Set<String> SUFFIXES =
            Set.of(".jar", ".war", ".ear", ".par", ".sar", ".nar", ".jpi", ".hpi", ".kar", ".lpkg");

    private ArchiveNames() {}

    static boolean isArchive(String name) {
        return SUFFIXES.contains(suffix(name));
    }

    /// The name without its suffix; one that is nothing but a suffix stays whole.
    static String base(String name) {
        return isArchive(name) && name.lastIndexOf('.') > 0
                ? name.substring(0, name.lastIndexOf('.'))
                : name;
    }

    private static String suffix(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || name.length() - dot > 5
                ? ""
                : name.substring(dot).toLowerCase(Locale.ROOT);
    }
}
