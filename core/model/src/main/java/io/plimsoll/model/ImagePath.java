package io.plimsoll.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Paths inside an image: absolute, `/`-separated, without `.`, `..`, empty parts or a final slash.
/// The root is `/`.
public final class ImagePath {
    private ImagePath() {}

    /// The absolute form of a path as archives write it: `./usr/lib/` becomes `/usr/lib`. A `..`
    /// that would leave the root is refused.
    ///
    /// @return nothing where the path escapes the root or holds a NUL
    public static Optional<String> normalize(String path) {
        if (path.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        if (isNormal(path)) {
            return Optional.of(path);
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : split(path)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of("/" + String.join("/", parts));
    }

    /// Resolves the target of a symbolic link; one that climbs above the root stays at the root, as
    /// the kernel does inside a container.
    public static String resolve(String linkPath, String target) {
        Deque<String> parts = new ArrayDeque<>();
        String whole = target.startsWith("/") ? target : parent(linkPath) + "/" + target;
        for (String part : split(whole)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    /// The folder of a normal path; the root's is the root.
    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    /// The last part of a normal path.
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            parts.add(path.substring(start, slash));
            start = slash + 1;
        }
        parts.add(path.substring(start));
        return parts;
    }

    private static boolean isNormal(String path) {
        int length = path.length();
        if (length == 0 || path.charAt(0) != '/' || (length > 1 && path.endsWith("/"))) {
            return length == 1 && path.equals("/");
        }
        for (int i = 1; i < length; i++) {
            if (path.charAt(i - 1) != '/') {
                continue;
            }
            char c = path.charAt(i);
            if (c == '/' || (c == '.' && isDots(path, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDots(String path, int start) {
        int end = path.indexOf('/', start);
        int length = (end < 0 ? path.length() : end) - start;
        return length == 1 || (length == 2 && path.charAt(start + 1) == '.');
    }
}
