package io.plimsoll.lint.image;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Some packages together: how many, how large, and what is wrong with them.
public record Selection(List<BuiltPackage> packages) {
    private static final int SHOWN = 3;
    private static final double MEGABYTE = 1e6;

    public Selection {
        packages = List.copyOf(packages);
    }

    public static Selection of(Collection<BuiltPackage> packages) {
        return new Selection(List.copyOf(packages));
    }

    /// Bytes, as far as they are known.
    public long size() {
        return packages.stream().mapToLong(each -> each.size().orElse(0)).sum();
    }

    public FindingCounts findings() {
        FindingCounts all = FindingCounts.NONE;
        for (BuiltPackage each : packages) {
            all = all.plus(each.findings());
        }
        return all;
    }

    /// The largest by name, such as `gcc-12, g++-12, make and 41 more`.
    public String names() {
        String shown =
                packages.stream()
                        .sorted((left, right) -> {
                            int bySize =
                                    Long.compare(right.size().orElse(0), left.size().orElse(0));
                            return bySize != 0 ? bySize : left.name().compareTo(right.name());
                        })
                        .limit(SHOWN)
                        .map(BuiltPackage::name)
                        .collect(Collectors.joining(", "));
        int more = packages.size() - SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    /// Size and findings for people, such as `312 MB, 27 findings`.
    public String cost() {
        FindingCounts counts = findings();
        String size = size() > 0 ? megabytes(size()) : "size unknown";
        return counts.total() == 0 ? size + ", no findings" : size + ", " + counts.words();
    }

    /// Bytes as megabytes of a million.
    public static String megabytes(long bytes) {
        return bytes < 10 * MEGABYTE
                ? String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE)
                : Math.round(bytes / MEGABYTE) + " MB";
    }
}
