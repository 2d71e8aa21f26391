package io.plimsoll.engine;

import io.plimsoll.image.EntryKind;
import io.plimsoll.image.EntryVisitor;
import io.plimsoll.image.LayerEntry;
import io.plimsoll.model.ImagePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Notes what lies where, layer by layer from the oldest: the files of the Dockerfile's own layers,
/// links anywhere that lead to programs, and the lists of the package managers.
final class FilesVisitor implements EntryVisitor {
    private static final int MIB = 1024 * 1024;

    /// Bytes of a package manager's list.
    private static final int LARGEST_LIST = 64 * MIB;

    /// Files of own layers, more of which are too many for a person to read about.
    private static final int MOST_FILES = 300_000;

    static final String DPKG_STATUS = "/var/lib/dpkg/status";
    static final String APT_STATES = "/var/lib/apt/extended_states";
    static final String APK_INSTALLED = "/lib/apk/db/installed";
    static final String APK_INSTALLED_MERGED = "/usr/lib/apk/db/installed";
    static final String APK_WORLD = "/etc/apk/world";

    private static final Set<String> LISTS =
            Set.of(DPKG_STATUS, APT_STATES, APK_INSTALLED, APK_INSTALLED_MERGED, APK_WORLD);

    private static final List<String> PROGRAMS =
            List.of(
                    "/bin",
                    "/sbin",
                    "/usr/bin",
                    "/usr/sbin",
                    "/usr/local/bin",
                    "/etc/alternatives");

    private final Owners owners;
    private final TreeMap<String, OwnFile> files = new TreeMap<>();
    private final TreeMap<String, String> links = new TreeMap<>();
    private final TreeMap<String, Integer> folders = new TreeMap<>();
    private final Map<String, byte[]> lists = new HashMap<>();
    private int layer;
    private boolean own;
    private boolean complete = true;

    FilesVisitor(Owners owners) {
        this.owners = owners;
    }

    /// Begins with the next layer.
    ///
    /// @param number from 0
    /// @param isOwn whether the Dockerfile made it
    void begin(int number, boolean isOwn) {
        this.layer = number;
        this.own = isOwn;
    }

    NavigableMap<String, OwnFile> files() {
        return files;
    }

    /// Whether there were not too many files to keep.
    boolean isComplete() {
        return complete;
    }

    /// Folders of own layers that hold nothing and belong to no package, with the number of their layer.
    Map<String, Integer> emptyFolders() {
        Map<String, Integer> empty = new TreeMap<>();
        folders.forEach((path, number) -> {
            String below = path + "/";
            String end = below + Character.MAX_VALUE;
            if (files.subMap(below, end).isEmpty() && folders.subMap(below, end).isEmpty()) {
                empty.put(path, number);
            }
        });
        return empty;
    }

    Owners owners() {
        return owners;
    }

    Map<String, String> links() {
        return links;
    }

    /// A list as it is in the end; empty where there is none.
    byte[] list(String path) {
        return lists.getOrDefault(path, new byte[0]);
    }

    @Override
    public void entry(LayerEntry entry) throws IOException {
        String path = entry.path();
        switch (entry.kind()) {
            case WHITEOUT -> remove(path, true);
            case OPAQUE -> remove(path, false);
            case FILE -> file(entry);
            case SYMLINK, HARDLINK -> {
                remove(path, true);
                boolean leads = PROGRAMS.contains(ImagePath.parent(path)) || isTop(path);
                if (leads && links.size() < MOST_FILES) {
                    links.put(path, entry.linkTarget());
                }
                keep(entry, entry.linkTarget(), Optional.empty());
            }
            case DIRECTORY -> {
                links.remove(path);
                if (own && folders.size() < MOST_FILES && owners.of(path).isEmpty()) {
                    folders.put(path, layer);
                }
            }
            case OTHER -> {}
        }
    }

    private static boolean isTop(String path) {
        return path.indexOf('/', 1) < 0;
    }

    private void file(LayerEntry entry) throws IOException {
        String path = entry.path();
        links.remove(path);
        lists.remove(path);
        if (LISTS.contains(path) && entry.size() <= LARGEST_LIST) {
            try (InputStream in = entry.stream()) {
                lists.put(path, in.readAllBytes());
            }
            keep(entry, "", Optional.empty());
            return;
        }
        keep(entry, "", own && owners.of(path).isEmpty() ? program(entry) : Optional.empty());
    }

    private static Optional<NativeProgram> program(LayerEntry entry) throws IOException {
        if (entry.kind() != EntryKind.FILE || entry.size() < 64) {
            return Optional.empty();
        }
        try (InputStream in = entry.stream()) {
            return ElfReader.read(in);
        }
    }

    private void keep(LayerEntry entry, String target, Optional<NativeProgram> program) {
        complete &= !own || files.size() < MOST_FILES;
        if (own && files.size() < MOST_FILES) {
            String owner =
                    owners.of(entry.path())
                            .map(each -> each.name().replaceFirst(":.*$", ""))
                            .orElse("");
            files.put(
                    entry.path(),
                    new OwnFile(entry.path(), entry.size(), layer, owner, target, program));
        }
    }

    /// @param itself whether the path goes too, or only what is below it
    private void remove(String path, boolean itself) {
        String below = path.equals("/") ? "/" : path + "/";
        folders.subMap(below, below + Character.MAX_VALUE).clear();
        files.subMap(below, below + Character.MAX_VALUE).clear();
        links.subMap(below, below + Character.MAX_VALUE).clear();
        lists.keySet().removeIf(each -> each.startsWith(below));
        if (itself) {
            folders.remove(path);
            files.remove(path);
            links.remove(path);
            lists.remove(path);
        }
    }
}
