package io.plimsoll.checks.stack;

import io.plimsoll.model.ImagePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The paths of the resource `notable.tsv`: kind, pattern, name. A pattern is a path; one that begins
/// with `*` stands below any folder, one that ends with `/` for all files below a folder. The first that
/// holds counts. For one thread.
final class NotablePaths {
    private static final int COLUMNS = 3;

    /// What a path is.
    record Notable(NotableKind kind, String pattern, String name) {
        boolean holds(String path) {
            boolean folder = pattern.endsWith("/");
            if (pattern.startsWith("*")) {
                String rest = pattern.substring(1);
                return folder ? path.contains(rest) : path.endsWith(rest);
            }
            return folder ? path.startsWith(pattern) : path.equals(pattern);
        }
    }

    private final Map<String, List<Notable>> byFileName = new HashMap<>();
    private final List<Notable> folders = new ArrayList<>();

    /// Files of a folder come one after another.
    private String lastFolder = "";

    private Optional<Notable> ofLastFolder = Optional.empty();

    private NotablePaths(List<Notable> all) {
        for (Notable each : all) {
            if (each.pattern().endsWith("/")) {
                folders.add(each);
            } else {
                byFileName
                        .computeIfAbsent(ImagePath.name(each.pattern()), any -> new ArrayList<>())
                        .add(each);
            }
        }
    }

    static NotablePaths load() {
        try (InputStream in = NotablePaths.class.getResourceAsStream("notable.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks notable.tsv");
            }
            return new NotablePaths(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(NotablePaths::row)
                            .toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Notable row(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("a bad row in notable.tsv: '" + line + "'");
        }
        NotableKind kind = NotableKind.valueOf(cells[0].toUpperCase(Locale.ROOT));
        return new Notable(kind, cells[1], cells[2]);
    }

    /// What a path is; nothing for most.
    Optional<Notable> of(String path) {
        for (Notable each : byFileName.getOrDefault(ImagePath.name(path), List.of())) {
            if (each.holds(path)) {
                return Optional.of(each);
            }
        }
        String folder = ImagePath.parent(path);
        if (!folder.equals(lastFolder)) {
            lastFolder = folder;
            ofLastFolder = ofFolder(folder + "/");
        }
        return ofLastFolder;
    }

    private Optional<Notable> ofFolder(String path) {
        for (Notable each : folders) {
            if (each.holds(path)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
