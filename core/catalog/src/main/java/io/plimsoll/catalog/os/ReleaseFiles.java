package io.plimsoll.catalog.os;

import io.plimsoll.model.Distribution;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads release files of one line, from before `os-release`.
final class ReleaseFiles {
    /// `CentOS Linux release 7.9.2009 (Core)`.
    private static final Pattern RED_HAT =
            Pattern.compile("^(.+?) release (\\d[\\d.]*)[^(]*(?:\\((.*)\\))?.*$");

    private ReleaseFiles() {}

    /// A file that holds the version and nothing else.
    static Distribution plain(String id, String name, String version, String path) {
        return new Distribution(id, version, name + " " + version, "", List.of(), path);
    }

    /// `12.5`, or `trixie/sid` before a release has its number.
    static Distribution debian(String text, String path) {
        boolean number = !text.isEmpty() && Character.isDigit(text.charAt(0));
        if (number) {
            int dot = text.indexOf('.');
            String major = dot < 0 ? text : text.substring(0, dot);
            return new Distribution(
                    "debian", major, "Debian GNU/Linux " + text, "", List.of(), path);
        }
        int slash = text.indexOf('/');
        String codename = slash < 0 ? text : text.substring(0, slash);
        return new Distribution(
                "debian", "", "Debian GNU/Linux " + text, codename, List.of(), path);
    }

    static Optional<Distribution> redHat(String line, String path) {
        Matcher matcher = RED_HAT.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String codename = Optional.ofNullable(matcher.group(3)).orElse("");
        return Optional.of(
                new Distribution(
                        id(matcher.group(1)),
                        matcher.group(2),
                        line,
                        codename.toLowerCase(Locale.ROOT),
                        List.of(),
                        path));
    }

    /// `SUSE Linux Enterprise Server 11 (x86_64)`, then `VERSION = 11` and `PATCHLEVEL = 4`. The ids
    /// are those that the successors of these releases have in `os-release`.
    static Optional<Distribution> suse(List<String> lines, String path) {
        Map<String, String> values = OsRelease.assignments(lines);
        String version = values.getOrDefault("VERSION", "");
        String patchLevel = values.getOrDefault("PATCHLEVEL", "");
        String title = lines.getFirst();
        String lower = title.toLowerCase(Locale.ROOT);
        boolean open = lower.startsWith("opensuse");
        if (version.isEmpty() || !(open || lower.startsWith("suse linux enterprise"))) {
            return Optional.empty();
        }
        String id = open ? "opensuse" : lower.contains("desktop") ? "sled" : "sles";
        boolean patched = !patchLevel.isEmpty() && !patchLevel.equals("0");
        return Optional.of(
                new Distribution(
                        id,
                        patched ? version + "." + patchLevel : version,
                        title,
                        values.getOrDefault("CODENAME", "").toLowerCase(Locale.ROOT),
                        List.of("suse"),
                        path));
    }

    private static String id(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("centos")) {
            return "centos";
        }
        if (lower.startsWith("almalinux")) {
            return "almalinux";
        }
        if (lower.startsWith("rocky")) {
            return "rocky";
        }
        if (lower.startsWith("oracle")) {
            return "ol";
        }
        if (lower.startsWith("fedora")) {
            return "fedora";
        }
        return lower.startsWith("red hat") ? "rhel" : lower.replace(' ', '-');
    }
}
