package io.plimsoll.advisory;

import io.plimsoll.model.Digest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What an index may state; far above what any store has, and below what could hurt who believes it.
final class IndexLimits {
    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]{1,200}");
    private static final int MOST_SEGMENTS = 5_000;
    private static final int MOST_PATCHES = 50_000;
    private static final long LARGEST_FILE = 256L * 1024 * 1024;
    private static final long LARGEST_STORE = 4L * 1024 * 1024 * 1024;

    private IndexLimits() {}

    /// @throws IllegalArgumentException if an index states what no store has
    static void check(List<SegmentInfo> segments, List<PatchInfo> patches) {
        if (segments.size() > MOST_SEGMENTS || patches.size() > MOST_PATCHES) {
            throw new IllegalArgumentException(
                    segments.size() + " segments and " + patches.size() + " patches are too many");
        }
        Set<String> names = new HashSet<>();
        long all = 0;
        for (SegmentInfo segment : segments) {
            if (!NAME.matcher(segment.name()).matches() || !names.add(segment.name())) {
                throw new IllegalArgumentException(
                        "'" + segment.name() + "' is no name of a segment, or stands twice");
            }
            checkFile(segment.digest(), segment.size());
            all += segment.size();
        }
        if (all > LARGEST_STORE) {
            throw new IllegalArgumentException("segments of " + all + " bytes are too much");
        }
        patches.forEach(patch -> checkFile(patch.digest(), patch.size()));
    }

    private static void checkFile(Digest digest, long size) {
        if (!digest.algorithm().equals("sha256")) {
            throw new IllegalArgumentException("files are named by SHA-256, not by " + digest);
        }
        if (size < 0 || size > LARGEST_FILE) {
            throw new IllegalArgumentException("no file has " + size + " bytes");
        }
    }
}
