package io.plimsoll.catalog.os;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.Selector;
import io.plimsoll.catalog.text.LineReader;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The distribution, from `os-release` and the files that came before it.
///
/// Source: `os-release(5)`; each distribution's release file for the older ones.
public final class DistributionCataloger implements Cataloger {
    /// The files, the most trustworthy first.
    public static final List<String> FILES =
            List.of(
                    "/etc/os-release",
                    "/usr/lib/os-release",
                    "/etc/lsb-release",
                    "/etc/almalinux-release",
                    "/etc/rocky-release",
                    "/etc/oracle-release",
                    "/etc/centos-release",
                    "/etc/redhat-release",
                    "/etc/fedora-release",
                    "/etc/SuSE-release",
                    "/etc/alpine-release",
                    "/etc/debian_version");

    /// No such file is longer; what lies behind is not read.
    private static final int MAX_LINES = 200;

    /// Bytes of a line; no line that matters is longer.
    private static final int MAX_LINE = 4096;

    @Override
    public String id() {
        return "distribution";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public Selector selector() {
        return Selector.builder().paths(FILES.toArray(String[]::new)).build();
    }

    @Override
    public Catalog catalog(CatalogFile file) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(file.stream(), file.limits())) {
            while (reader.next() && lines.size() < MAX_LINES) {
                if (!reader.isBlank() && !reader.isTooLong()) {
                    lines.add(reader.text(0, Math.min(reader.length(), MAX_LINE)).strip());
                }
            }
        }
        return new Catalog(List.of(), List.of(), distribution(file.path(), lines), List.of());
    }

    private static Optional<Distribution> distribution(String path, List<String> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return switch (ImagePath.name(path)) {
            case "os-release" -> OsRelease.read(lines, path);
            case "lsb-release" -> OsRelease.readLsb(lines, path);
            case "alpine-release" ->
                    Optional.of(
                            ReleaseFiles.plain("alpine", "Alpine Linux", lines.getFirst(), path));
            case "SuSE-release" -> ReleaseFiles.suse(lines, path);
            case "debian_version" -> Optional.of(ReleaseFiles.debian(lines.getFirst(), path));
            default -> ReleaseFiles.redHat(lines.getFirst(), path);
        };
    }
}
