package io.plimsoll.lint.context;

import java.util.ArrayDeque;
import java.util.Deque;

/// The shortest spelling of a path.
///
/// Source: Go's `path.Clean`.
public final class CleanPath {
    private CleanPath() {}

    /// The path without `.`, `..` where a name stands before it, and double slashes; `.` for nothing.
    public static String of(String path) {
        boolean absolute = path.startsWith("/");
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if (name.isEmpty() || name.equals(".")) {
                continue;
            }
            if (!name.equals("..")
                    || (!absolute && (names.isEmpty() || names.peekLast().equals("..")))) {
                names.addLast(name);
            } else {
                names.pollLast();
            }
        }
        String joined = String.join("/", names);
        return absolute ? "/" + joined : joined.isEmpty() ? "." : joined;
    }
}
