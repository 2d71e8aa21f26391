package io.plimsoll.lint.split;

import io.plimsoll.lint.image.BuiltFile;
import io.plimsoll.lint.image.BuiltImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which files the building side hands to the running one, and which packages these need.
final class CopiedFiles {
    /// Instructions that a person can still read.
    private static final int MOST = 12;

    private static final List<String> LIBRARY_FOLDERS =
            List.of(
                    "/lib/%s-linux-gnu",
                    "/usr/lib/%s-linux-gnu",
                    "/lib",
                    "/usr/lib",
                    "/lib64",
                    "/usr/lib64",
                    "/usr/local/lib",
                    "/usr/local/lib64");

    private static final List<String> ARCHITECTURES =
            List.of("x86_64", "aarch64", "i386", "arm", "powerpc64le", "s390x", "riscv64");

    private final BuiltImage image;
    private final Set<Integer> lines;
    private final TreeMap<String, BuiltFile> candidates = new TreeMap<>();
    private final TreeMap<String, BuiltFile> copied = new TreeMap<>();
    private final Set<String> packages = new TreeSet<>();
    private final Map<String, Boolean> whole = new HashMap<>();
    private final Map<String, Boolean> withSources = new HashMap<>();
    private long left;
    private boolean needsCache;

    private CopiedFiles(BuiltImage image, Set<Integer> lines) {
        this.image = image;
        this.lines = lines;
    }

    /// Chooses the files.
    ///
    /// @param lines of the instructions whose files are not made anew
    /// @throws NoSplitException if a library that a program needs is nowhere
    static CopiedFiles of(BuiltImage image, Set<Integer> lines, Set<String> started)
            throws NoSplitException {
        CopiedFiles files = new CopiedFiles(image, lines);
        files.choose(started);
        files.leaveOriginals(started);
        files.chooseFolders();
        files.findLibraries();
        return files;
    }

    /// Packages that own the libraries of what is copied.
    Set<String> packages() {
        return packages;
    }

    /// Whether the loader finds libraries of the building side only where its cache is made anew.
    boolean needsCache() {
        return needsCache;
    }

    /// Bytes of files that stay behind.
    long left() {
        return left;
    }

    /// The paths to copy: a folder instead of what is in it where all of it is copied.
    ///
    /// @throws NoSplitException if there are more than a person can judge
    List<String> paths() throws NoSplitException {
        Set<String> paths = new TreeSet<>();
        for (String path : copied.keySet()) {
            paths.add(highestWhole(path));
        }
        if (paths.size() > MOST) {
            throw new NoSplitException(
                    "the instructions that build leave "
                            + paths.size()
                            + " files and folders that the program may need, such as "
                            + paths.iterator().next());
        }
        return List.copyOf(paths);
    }

    /// The folder nearest to the root whose files of the building side are all copied. Folders that the
    /// base image has too stay what they are.
    private String highestWhole(String path) {
        String best = path;
        int slash = path.lastIndexOf('/');
        while (slash > 0) {
            String folder = path.substring(0, slash);
            if (isShared(folder) || !whole.computeIfAbsent(folder, this::isWhole)) {
                break;
            }
            best = folder;
            slash = path.lastIndexOf('/', slash - 1);
        }
        return best;
    }

    private static boolean isShared(String folder) {
        return Set.of(
                        "/bin",
                        "/sbin",
                        "/lib",
                        "/lib64",
                        "/etc",
                        "/opt",
                        "/srv",
                        "/root",
                        "/home",
                        "/usr",
                        "/var",
                        "/var/lib",
                        "/usr/bin",
                        "/usr/sbin",
                        "/usr/lib",
                        "/usr/share",
                        "/usr/local",
                        "/usr/local/bin",
                        "/usr/local/sbin",
                        "/usr/local/lib",
                        "/usr/local/share",
                        "/usr/local/etc",
                        "/usr/local/include",
                        "/usr/include")
                .contains(folder);
    }

    /// One file alone in its folder is copied by its own name.
    private boolean isWhole(String folder) {
        List<String> all =
                candidates
                        .subMap(folder + "/", folder + "/" + Character.MAX_VALUE)
                        .keySet()
                        .stream()
                        .toList();
        return all.size() > 1 && copied.keySet().containsAll(all);
    }

    private void choose(Set<String> started) {
        for (BuiltFile each : image.files()) {
            if (!lines.contains(each.line())) {
                continue;
            }
            boolean wanted = started.stream().anyMatch(path -> isAt(each.path(), path));
            if (!wanted && Leftovers.isCache(each.path())) {
                left += each.size();
                continue;
            }
            candidates.put(each.path(), each);
            if (each.kind() == BuiltFile.Kind.FOLDER) {
                continue;
            }
            if (wanted || isWanted(each)) {
                copied.put(each.path(), each);
            } else {
                left += each.size();
            }
        }
    }

    /// A program that was installed from among its sources need not be there twice.
    private void leaveOriginals(Set<String> started) {
        Set<String> names = new HashSet<>();
        copied.values().stream()
                .filter(each -> started.contains(each.path()))
                .filter(each -> each.kind() != BuiltFile.Kind.OTHER)
                .forEach(each -> names.add(name(each)));
        for (BuiltFile each : List.copyOf(copied.values())) {
            if (each.kind() != BuiltFile.Kind.OTHER
                    && names.contains(name(each))
                    && !started.contains(each.path())
                    && holdsSources(folder(each))) {
                copied.remove(each.path());
                left += each.size();
            }
        }
    }

    private static String folder(BuiltFile file) {
        return file.path().substring(0, file.path().lastIndexOf('/') + 1);
    }

    private static String name(BuiltFile file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    /// An empty folder is for what a program writes, unless it lies among sources.
    private void chooseFolders() {
        for (BuiltFile each : List.copyOf(candidates.values())) {
            if (each.kind() == BuiltFile.Kind.FOLDER) {
                String parent = each.path().substring(0, each.path().lastIndexOf('/'));
                boolean own =
                        !isShared(each.path())
                                && (isShared(parent)
                                        || parent.isEmpty()
                                        || !holdsSources(parent + "/"));
                if (own) {
                    copied.put(each.path(), each);
                } else {
                    candidates.remove(each.path());
                }
            }
        }
    }

    private boolean holdsSources(String folder) {
        return withSources.computeIfAbsent(
                folder,
                any ->
                        candidates.subMap(folder, folder + Character.MAX_VALUE).keySet().stream()
                                .anyMatch(Leftovers::isOfBuild));
    }

    private static boolean isAt(String path, String wanted) {
        return path.equals(wanted) || path.startsWith(wanted + "/");
    }

    private static boolean isWanted(BuiltFile file) {
        if (file.path().endsWith(".o") || file.path().endsWith(".a")) {
            return false;
        }
        return file.kind() != BuiltFile.Kind.OTHER || !Leftovers.isOfBuild(file.path());
    }

    private void findLibraries() throws NoSplitException {
        List<BuiltFile> waiting = new ArrayList<>(copied.values());
        for (int i = 0; i < waiting.size(); i++) {
            for (String name : waiting.get(i).needed()) {
                Optional<BuiltFile> own = findLibrary(name, waiting.get(i));
                own.filter(each -> copied.putIfAbsent(each.path(), each) == null)
                        .ifPresent(waiting::add);
            }
        }
    }

    /// A library of the building side itself; empty where a package brings it.
    private Optional<BuiltFile> findLibrary(String name, BuiltFile program)
            throws NoSplitException {
        List<String> folders = new ArrayList<>();
        String place = program.path().substring(0, Math.max(1, program.path().lastIndexOf('/')));
        program.runPaths()
                .forEach(each ->
                        folders.add(each.replace("${ORIGIN}", place).replace("$ORIGIN", place)));
        for (String folder : LIBRARY_FOLDERS) {
            ARCHITECTURES.forEach(each -> folders.add(folder.replace("%s", each)));
        }
        for (String folder : folders) {
            String path = image.paths().resolve(folder + "/" + name);
            BuiltFile own = candidates.get(folder + "/" + name);
            Optional<String> owner =
                    image.paths().owner(folder + "/" + name).or(() -> image.paths().owner(path));
            if (own != null) {
                needsCache |= folder.startsWith("/usr/local/");
                BuiltFile real = candidates.get(path);
                if (real != null) {
                    copied.put(real.path(), real);
                }
                return Optional.of(own);
            }
            if (owner.isPresent()) {
                packages.add(owner.get());
                return Optional.empty();
            }
        }
        throw new NoSplitException(
                "nobody knows what brings " + name + ", which " + program.path() + " needs");
    }
}
