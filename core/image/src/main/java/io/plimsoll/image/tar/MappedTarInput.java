package io.plimsoll.image.tar;

import io.plimsoll.image.memory.Passage;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Input from a mapped file: skipping is an addition.
final class MappedTarInput extends TarInput {
    private final MemorySegment segment;
    private final Passage passage;
    private long position;

    MappedTarInput(MemorySegment segment) {
        this.segment = segment;
        this.passage = new Passage(segment);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    int take(byte[] bytes, int offset, int length) throws IOException, InterruptedException {
        failure().check();
        checkInterrupt(position);
        passage.reached(position);
        int count = (int) Math.min(length, segment.byteSize() - position);
        if (count <= 0) {
            return length == 0 ? 0 : -1;
        }
        MemorySegment.copy(segment, position, MemorySegment.ofArray(bytes), offset, count);
        position += count;
        return count;
    }

    @Override
    long skip(long count) {
        long step = Math.min(count, segment.byteSize() - position);
        position += step;
        return step;
    }

    @Override
    Optional<MemorySegment> slice(long start, long length) {
        if (start < 0 || length < 0 || start > segment.byteSize() - length) {
            return Optional.empty();
        }
        return Optional.of(segment.asSlice(start, length).asReadOnly());
    }
}
