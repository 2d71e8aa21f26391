package io.plimsoll.advisory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// How to make a segment of the one before it. The layout stands in `docs/advisory-store.md`.
///
/// A patch needs no trust: who applies one holds the result against the digest of the segment.
public final class SegmentPatch {
    /// `PLIMPAT` and the format's version.
    private static final byte[] MAGIC = "PLIMPAT1".getBytes(StandardCharsets.US_ASCII);

    private SegmentPatch() {}

    /// A patch from one segment to another; nothing where one is too large for it, or the other
    /// cannot be made again byte by byte.
    public static Optional<byte[]> between(byte[] older, byte[] newer) {
        try {
            return difference(older, newer);
        } catch (MalformedSegmentException unfit) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> difference(byte[] older, byte[] newer) {
        byte[] old = SegmentContent.unpack(older);
        byte[] now = SegmentContent.unpack(newer);
        Writer writer = new Writer(old, now);
        new PatchFinder(old, now).find(writer);
        byte[] patch = writer.toByteArray();
        return Arrays.equals(apply(older, patch), newer) ? Optional.of(patch) : Optional.empty();
    }

    /// The newer segment.
    ///
    /// @throws MalformedSegmentException if the patch is none, or none for this segment
    public static byte[] apply(byte[] older, byte[] patch) {
        byte[] old = SegmentContent.unpack(older);
        ByteReader reader = new ByteReader(patch);
        int magic = reader.skip(MAGIC.length);
        if (!Arrays.equals(patch, magic, magic + MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new MalformedSegmentException("not a patch of this version");
        }
        int size = reader.readCount();
        if (size > SegmentContent.MAX_SIZE) {
            throw new MalformedSegmentException("a patch for more than any segment has");
        }
        ByteReader runs = new ByteReader(section(patch, reader, size / 2L + 64, "runs"));
        byte[] differences = section(patch, reader, size, "differences");
        byte[] told = section(patch, reader, size, "told bytes");
        return SegmentContent.pack(content(old, size, runs, differences, told), older);
    }

    private static byte[] section(byte[] patch, ByteReader reader, long most, String what) {
        int size = reader.readCount();
        int packed = reader.readCount();
        if (size > most) {
            throw new MalformedSegmentException(what + " are more than the segment");
        }
        int start = reader.skip(packed);
        return Deflate.unpack(Arrays.copyOfRange(patch, start, start + packed), size, what);
    }

    private static byte[] content(
            byte[] old, int size, ByteReader runs, byte[] differences, byte[] told) {
        byte[] now = new byte[size];
        ByteReader besides = new ByteReader(differences);
        ByteReader plain = new ByteReader(told);
        int shift = 0;
        int at = 0;
        while (runs.hasMore()) {
            long head = runs.readVarint();
            int length = Math.toIntExact(Math.min(head >>> 1, Integer.MAX_VALUE));
            if (length > size - at) {
                throw new MalformedSegmentException("a run is longer than the segment");
            }
            if ((head & 1) == 0) {
                System.arraycopy(told, plain.skip(length), now, at, length);
            } else {
                shift = (int) (shift + unfolded(runs.readVarint()));
                int start = besides.skip(length);
                for (int i = 0; i < length; i++) {
                    now[at + i] = (byte) (differences[start + i] + byteAt(old, at + i + shift));
                }
            }
            at += length;
        }
        if (at != size) {
            throw new MalformedSegmentException("the runs make " + at + " bytes of " + size);
        }
        return now;
    }

    /// Beyond both ends the old bytes are zero.
    private static int byteAt(byte[] old, int at) {
        return at >= 0 && at < old.length ? old[at] : 0;
    }

    private static long folded(long value) {
        return value << 1 ^ value >> 63;
    }

    private static long unfolded(long value) {
        return value >>> 1 ^ -(value & 1);
    }

    private static final class Writer implements PatchFinder.Runs {
        private final byte[] old;
        private final byte[] now;
        private final ByteWriter runs = new ByteWriter();
        private final ByteWriter differences = new ByteWriter();
        private final ByteWriter told = new ByteWriter();
        private int before;

        Writer(byte[] old, byte[] now) {
            this.old = old;
            this.now = now;
        }

        @Override
        public void beside(int start, int length, int shift) {
            runs.writeVarint((long) length << 1 | 1);
            runs.writeVarint(folded((long) shift - before));
            before = shift;
            for (int i = start; i < start + length; i++) {
                differences.writeByte(now[i] - byteAt(old, i + shift));
            }
        }

        @Override
        public void told(int start, int length) {
            runs.writeVarint((long) length << 1);
            told.writeRaw(now, start, length);
        }

        byte[] toByteArray() {
            ByteWriter patch = new ByteWriter();
            patch.writeRaw(MAGIC, 0, MAGIC.length);
            patch.writeVarint(now.length);
            for (ByteWriter section : new ByteWriter[] {runs, differences, told}) {
                byte[] packed = Deflate.pack(section.toByteArray());
                patch.writeVarint(section.size());
                patch.writeBytes(packed);
            }
            return patch.toByteArray();
        }
    }
}
