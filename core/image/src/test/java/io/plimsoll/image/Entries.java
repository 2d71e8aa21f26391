package io.plimsoll.image;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Collects what a visitor sees, one line an entry.
public final class Entries implements EntryVisitor {
    private final List<String> lines = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();

    @Override
    public void entry(LayerEntry entry) throws IOException {
        paths.add(entry.path());
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s %s %d %o%s",
                        entry.kind(),
                        entry.path(),
                        entry.size(),
                        entry.mode(),
                        detail(entry)));
    }

    private static String detail(LayerEntry entry) throws IOException {
        if (entry.kind() != EntryKind.FILE) {
            return entry.linkTarget().isEmpty() ? "" : " -> " + entry.linkTarget();
        }
        byte[] content;
        try (InputStream stream = entry.stream()) {
            content = stream.readAllBytes();
        }
        Optional<byte[]> mapped =
                entry.mapped().map(segment -> segment.toArray(ValueLayout.JAVA_BYTE));
        if (mapped.isPresent() && !Arrays.equals(mapped.get(), content)) {
            throw new IOException("mapped and streamed content of " + entry.path() + " differ");
        }
        return " #" + Integer.toHexString(Arrays.hashCode(content));
    }

    public List<String> lines() {
        return lines;
    }

    public List<String> paths() {
        return paths;
    }

    /// The lines of all layers of an image, which must all be verified.
    public static List<String> of(Image image) throws IOException, InterruptedException {
        Entries entries = new Entries();
        for (Layer layer : image.layers()) {
            LayerResult result = layer.read(entries, bytes -> {});
            if (!result.verified() || !result.problems().isEmpty()) {
                throw new AssertionError(layer.description().name() + ": " + result);
            }
        }
        return entries.lines();
    }
}
