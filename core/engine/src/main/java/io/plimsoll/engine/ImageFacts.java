package io.plimsoll.engine;

import io.plimsoll.catalog.PackageNeeds;
import io.plimsoll.image.ImageConfig;
import io.plimsoll.model.ImagePath;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.ScanReport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// What there is to know of an image beside the Dockerfile that it was built of.
public final class ImageFacts {
    private static final int MOST_LINKS = 40;

    private final ScanReport report;
    private final ImageConfig config;
    private final OptionalInt missingLine;
    private final PackageNeeds needs;
    private final Map<String, OwnFile> files;
    private final Map<String, Integer> emptyFolders;
    private final Map<String, String> links;
    private final boolean complete;
    private final Owners owners;

    ImageFacts(
            ScanReport report,
            ImageConfig config,
            OptionalInt missingLine,
            PackageNeeds needs,
            FilesVisitor files,
            Owners owners) {
        this.report = report;
        this.config = config;
        this.missingLine = missingLine;
        this.needs = needs;
        this.files = files.files();
        this.emptyFolders = files.emptyFolders();
        this.links = files.links();
        this.complete = files.isComplete();
        this.owners = owners;
    }

    /// The image, judged.
    public ScanReport report() {
        return report;
    }

    /// How a container of it is started.
    public ImageConfig config() {
        return config;
    }

    /// The line of the first instruction of the Dockerfile that the history of the image does not have.
    public OptionalInt missingLine() {
        return missingLine;
    }

    /// Bytes that a system package takes when installed, as its package manager says.
    public OptionalLong installedSize(String name) {
        Long size = needs.sizes().get(name);
        return size == null ? OptionalLong.empty() : OptionalLong.of(size);
    }

    /// Names of installed packages that a system package recommends.
    public Set<String> recommended(String name) {
        return needs.recommended().getOrDefault(name, Set.of());
    }

    /// Names of packages that, as the package manager has it, nothing needs any longer.
    public Set<String> unneeded() {
        return needs.unneeded();
    }

    /// What the layers of the Dockerfile hold in the end, by path; nothing where they are not known.
    public List<OwnFile> files() {
        return List.copyOf(files.values());
    }

    /// Whether there were not too many files to keep.
    public boolean hasAllFiles() {
        return complete;
    }

    /// Folders that the layers of the Dockerfile made and left empty, with the number of their layer.
    public Map<String, Integer> emptyFolders() {
        return emptyFolders;
    }

    /// The name of the system package that owns a path as it is written.
    public Optional<String> owner(String path) {
        return owners.of(path)
                .filter(owner -> owner.type() != PackageType.NPM)
                .map(owner -> owner.name().replaceFirst(":.*$", ""));
    }

    /// A path with the links in it followed; the path as far as it leads.
    public String resolve(String path) {
        Deque<String> rest = new ArrayDeque<>(List.of(path.split("/+", -1)));
        String at = "/";
        int followed = 0;
        while (!rest.isEmpty()) {
            String name = rest.removeFirst();
            if (name.isEmpty() || name.equals(".")) {
                continue;
            }
            if (name.equals("..")) {
                at = ImagePath.parent(at);
                continue;
            }
            String next = at.equals("/") ? "/" + name : at + "/" + name;
            String target = target(next);
            if (target.isEmpty() || ++followed > MOST_LINKS) {
                at = next;
                continue;
            }
            if (target.startsWith("/")) {
                at = "/";
            }
            List.of(target.split("/+", -1)).reversed().forEach(rest::addFirst);
        }
        return at;
    }

    private String target(String path) {
        OwnFile own = files.get(path);
        return own == null ? links.getOrDefault(path, "") : own.target();
    }
}
