package io.plimsoll.version;

/// A text is no version of its scheme. The message names the scheme, the text in quotes and what is
/// wrong with it.
public final class InvalidVersionException extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidVersionException(String scheme, String version, String why) {
        super("'" + shorten(version) + "' is not a " + scheme + " version: " + why);
    }

    private static String shorten(String version) {
        int longest = 200;
        return version.length() <= longest ? version : version.substring(0, longest) + "…";
    }
}
