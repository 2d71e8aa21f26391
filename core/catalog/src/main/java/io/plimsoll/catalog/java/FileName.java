package io.plimsoll.catalog.java;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the file name of an archive says: `ARTIFACT-VERSION[-CLASSIFIER].jar`, as Maven repositories
/// name them, or `BUNDLE_VERSION.jar`, as Eclipse does.
///
/// @param base the name without its suffix
/// @param artifact the part before the version, the whole base where there is no version
/// @param version empty where there is none
record FileName(String base, String artifact, String version) {
    /// A version begins with a digit, or with a `v` and a digit.
    private static final Pattern NUMBER = Pattern.compile("[vV]?[0-9].*");

    /// Parts after a hyphen that belong to a version; other words are classifiers.
    private static final Pattern QUALIFIER =
            Pattern.compile(
                    "(alpha|beta|b|m|rc|cr|sp|ga|final|release|snapshot|jre|android|build|pre|preview"
                            + "|ea|incubating|redhat|jboss|atlassian|cdh|hdp|mapr|amzn|empty)[0-9.]*");

    private static final Pattern BUNDLE = Pattern.compile("(.+)_(v?[0-9]+\\.[0-9]+\\.[0-9].*)");

    /// Reads the last part of a path.
    static FileName of(String name) {
        String base = ArchiveNames.base(name);
        int[] bounds = version(base);
        if (bounds[0] > 1) {
            String artifact = base.substring(0, bounds[0] - 1);
            return new FileName(base, artifact, base.substring(bounds[0], bounds[1]));
        }
        Matcher bundle = BUNDLE.matcher(base);
        return bundle.matches()
                ? new FileName(base, bundle.group(1), bundle.group(2))
                : new FileName(base, base, "");
    }

    /// Start and end of the version, 0 and 0 where there is none. A number that a word and a number
    /// with a dot follow is a part of the artifact's name: `log4j-1.2-api-2.14.1`.
    private static int[] version(String base) {
        int start = nextNumber(base, base.indexOf('-') + 1, false);
        if (start <= 0) {
            return new int[] {0, 0};
        }
        int at = partEnd(base, start);
        while (at < base.length()) {
            int end = partEnd(base, at + 1);
            String part = base.substring(at + 1, end).toLowerCase(Locale.ROOT);
            if (!NUMBER.matcher(part).matches() && !QUALIFIER.matcher(part).matches()) {
                int later = nextNumber(base, end + 1, true);
                if (later < 0) {
                    break;
                }
                start = later;
                end = partEnd(base, later);
            }
            at = end;
        }
        return new int[] {start, at};
    }

    /// Start of the first part from an offset on that is a number, -1 where there is none.
    private static int nextNumber(String base, int from, boolean withDot) {
        int at = from;
        while (at > 0 && at < base.length()) {
            int end = partEnd(base, at);
            String part = base.substring(at, end);
            if (NUMBER.matcher(part).matches() && (!withDot || part.contains("."))) {
                return at;
            }
            at = end + 1;
        }
        return -1;
    }

    private static int partEnd(String base, int from) {
        int hyphen = base.indexOf('-', from);
        return hyphen < 0 ? base.length() : hyphen;
    }
}
