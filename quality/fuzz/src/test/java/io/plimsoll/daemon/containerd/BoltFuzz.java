package io.plimsoll.daemon.containerd;

import io.plimsoll.daemon.EngineException;
import io.plimsoll.fuzz.FuzzTarget;
import io.plimsoll.fuzz.Scratch;
import io.plimsoll.image.ImageNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// containerd's metadata. The input is changes to a file that containerd wrote, which is too large to be
/// one itself: an offset of three bytes, a length, and so many bytes.
public final class BoltFuzz {
    private static final Path REAL =
            Path.of("../../core/daemon/src/test/resources/containerd/120-images/meta.db.gz");
    private static final byte[] WHOLE = whole();

    private BoltFuzz() {}

    private static byte[] whole() {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(REAL))) {
            return in.readAllBytes();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    public static void run(byte[] input) throws IOException {
        byte[] changed = WHOLE.clone();
        ByteBuffer changes = ByteBuffer.wrap(input);
        while (changes.remaining() > 4) {
            int head = changes.getInt();
            int offset = head >>> 8;
            int length = Math.min(head & 0xff, changes.remaining());
            if (offset <= changed.length - length) {
                changes.get(changed, offset, length);
            }
        }
        MetadataStore store = new MetadataStore(Scratch.write("meta.db", changed));
        for (String name : List.of("docker.io/library/tag-7:1", "docker.io/library/none:1")) {
            try {
                ImageRecord found = store.find(List.of("default", "k8s.io"), List.of(name));
                FuzzTarget.require(found.name().equals(name), "another image");
            } catch (EngineException | ImageNotFoundException documented) {
                FuzzTarget.shown(String.valueOf(documented.getMessage()));
            }
        }
    }
}
