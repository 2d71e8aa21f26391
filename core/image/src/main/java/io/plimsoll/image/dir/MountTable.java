package io.plimsoll.image.dir;

import io.plimsoll.model.ImagePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The mounts at and below a root, by their path inside it.
///
/// Source: proc_pid_mountinfo(5): `id parent major:minor root mountpoint options… - type source
/// options`, with octal escapes for blanks.
final class MountTable {
    private static final Pattern PROCESS_ROOT = Pattern.compile("/proc/(self|[0-9]+)/root");
    private static final Path OWN = Path.of("/proc/self/mountinfo");
    private static final int MOUNT_POINT_FIELD = 4;
    private static final int OCTAL_DIGITS = 3;

    private final Map<String, String> typeByPath;
    private final String rootType;

    private MountTable(Map<String, String> typeByPath, String rootType) {
        this.typeByPath = typeByPath;
        this.rootType = rootType;
    }

    /// Reads the mounts below a root. The root of another process, `/proc/N/root`, has a table of
    /// its own. Where there is no table, as on systems other than Linux, no mount is known.
    static MountTable below(Path root) {
        Matcher process = PROCESS_ROOT.matcher(root.toAbsolutePath().toString());
        try {
            if (process.matches()) {
                Path table = Path.of("/proc", process.group(1), "mountinfo");
                return parse(Files.readString(table, StandardCharsets.ISO_8859_1), "/");
            }
            return parse(
                    Files.readString(OWN, StandardCharsets.ISO_8859_1),
                    root.toRealPath().toString());
        } catch (IOException noTable) {
            return new MountTable(Map.of(), "");
        }
    }

    /// @param root the real path of the root as the table would name it
    static MountTable parse(String mountinfo, String root) {
        Map<String, String> typeByPath = new HashMap<>();
        String rootType = "";
        int rootMatch = 0;
        for (String line : mountinfo.lines().toList()) {
            String[] fields = line.split(" ", -1);
            int dash = line.indexOf(" - ");
            if (fields.length <= MOUNT_POINT_FIELD || dash < 0) {
                continue;
            }
            String point = unescape(fields[MOUNT_POINT_FIELD]);
            String type = line.substring(dash + 3).split(" ", 2)[0];
            if (isAtOrBelow(root, point)) {
                if (point.length() >= rootMatch) {
                    rootMatch = point.length();
                    rootType = type;
                }
            } else if (isAtOrBelow(point, root)) {
                String inside = root.equals("/") ? point : point.substring(root.length());
                typeByPath.put(inside, type);
            }
        }
        return new MountTable(typeByPath, rootType);
    }

    /// The file system type of what is mounted at a path of the image.
    Optional<String> typeAt(String imagePath) {
        return Optional.ofNullable(typeByPath.get(imagePath));
    }

    /// The file system type of the root itself, empty where unknown.
    String rootType() {
        return rootType;
    }

    private static boolean isAtOrBelow(String path, String top) {
        return path.equals(top) || top.equals("/") || path.startsWith(top + "/");
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return ImagePath.normalize(text).orElse(text);
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + OCTAL_DIGITS < text.length()) {
                plain.append((char) Integer.parseInt(text, i + 1, i + 1 + OCTAL_DIGITS, 8));
                i += OCTAL_DIGITS;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
