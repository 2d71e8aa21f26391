package io.plimsoll.policy.subject;

/// A pattern: `?` is one character and `*` any number of them, neither of them a separator; `**` is
/// any number of any characters, and so is `**/`, with the separator behind it.
///
/// Matching costs at most the product of both lengths, whatever the pattern.
public final class Glob {
    private static final int LONGEST = 4096;

    private final String pattern;
    private final char separator;

    private Glob(String pattern, char separator) {
        if (pattern.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a pattern has at most " + LONGEST + " characters, not " + pattern.length());
        }
        this.pattern = pattern;
        this.separator = separator;
    }

    /// A pattern of absolute paths; one that does not begin with `/` or `**` is taken from the root.
    ///
    /// @throws IllegalArgumentException if it is too long
    public static Glob ofPath(String pattern) {
        boolean rooted = pattern.startsWith("/") || pattern.startsWith("**");
        return new Glob(rooted ? pattern : "/" + pattern, '/');
    }

    /// A pattern of texts without parts: `*` is anything.
    ///
    /// @throws IllegalArgumentException if it is too long
    public static Glob ofText(String pattern) {
        return new Glob(pattern, '\0');
    }

    public boolean matches(String text) {
        boolean[] ends = new boolean[text.length() + 1];
        ends[0] = true;
        for (int i = 0; i < pattern.length(); ) {
            char c = pattern.charAt(i);
            if (pattern.startsWith("**/", i) && separator == '/') {
                ends = afterFolders(ends, text);
                i += 3;
            } else if (pattern.startsWith("**", i)) {
                ends = afterStar(ends, text, true);
                i += 2;
            } else {
                ends = c == '*' ? afterStar(ends, text, false) : afterOne(ends, text, c);
                i++;
            }
        }
        return ends[text.length()];
    }

    /// `**/` is nothing, or all up to a separator.
    private boolean[] afterFolders(boolean[] ends, String text) {
        boolean[] after = ends.clone();
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            open |= ends[i];
            after[i + 1] |= open && text.charAt(i) == separator;
        }
        return after;
    }

    private boolean[] afterStar(boolean[] ends, String text, boolean all) {
        boolean[] after = ends.clone();
        for (int i = 0; i < text.length(); i++) {
            after[i + 1] |= after[i] && (all || text.charAt(i) != separator);
        }
        return after;
    }

    private boolean[] afterOne(boolean[] ends, String text, char c) {
        boolean[] after = new boolean[ends.length];
        for (int i = 0; i < text.length(); i++) {
            char here = text.charAt(i);
            after[i + 1] = ends[i] && (here == c || (c == '?' && here != separator));
        }
        return after;
    }

    @Override
    public String toString() {
        return pattern;
    }
}
