package io.plimsoll.image.config;

/// Compares the names that people and tools give images.
///
/// Source: `distribution/reference`, "familiar" names: `docker.io/library/` and the tag `latest` may
/// be left out.
public final class ImageNames {
    private static final String[] HUB = {"docker.io/library/", "docker.io/", "index.docker.io/"};
    private static final String LATEST = ":latest";

    private ImageNames() {}

    /// Whether a name in an archive is what was asked for.
    public static boolean matches(String wanted, String name) {
        return wanted.equals(name) || familiar(wanted).equals(familiar(name));
    }

    private static String familiar(String name) {
        String shorter = name;
        for (String prefix : HUB) {
            if (shorter.startsWith(prefix)) {
                shorter = shorter.substring(prefix.length());
                break;
            }
        }
        return shorter.endsWith(LATEST)
                ? shorter.substring(0, shorter.length() - LATEST.length())
                : shorter;
    }
}
