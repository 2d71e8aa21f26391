package io.plimsoll.image.memory;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A segment from its first byte to its last.
public final class SegmentStream extends InputStream {
    private final MemorySegment segment;
    private final Passage passage;
    private long position;

    public SegmentStream(MemorySegment segment) {
        this.segment = segment;
        this.passage = new Passage(segment);
    }

    @Override
    public int read() {
        return position < segment.byteSize()
                ? segment.get(ValueLayout.JAVA_BYTE, position++) & 0xff
                : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        int count = (int) Math.min(length, segment.byteSize() - position);
        if (count <= 0) {
            return length == 0 ? 0 : -1;
        }
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, position, bytes, offset, count);
        position += count;
        passage.reached(position);
        return count;
    }

    @Override
    public long skip(long count) {
        long step = Math.clamp(count, 0, segment.byteSize() - position);
        position += step;
        return step;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, segment.byteSize() - position);
    }
}
