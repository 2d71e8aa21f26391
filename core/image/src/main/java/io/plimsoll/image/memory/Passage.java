package io.plimsoll.image.memory;

import java.lang.foreign.MemorySegment;

/// One pass through a mapped file. What lies behind is taken out of the process's memory again, else
/// reading a 5 GB archive would make it a 5 GB process; the bytes stay in the page cache, and a
/// reader that comes back finds them there.
///
/// Does nothing for memory that is not mapped. For one thread; several passages may go through one
/// file.
public final class Passage {
    private static final long STEP = 16L * 1024 * 1024;

    /// A segment below this is not worth a system call.
    private static final long SMALL = 1024 * 1024;

    private final MemorySegment segment;
    private long released;

    /// A passage that begins at the first byte.
    public Passage(MemorySegment segment) {
        this.segment = segment;
    }

    /// Says that the bytes before a position have been read.
    public void reached(long position) {
        if (position - released >= STEP && segment.isMapped()) {
            segment.asSlice(released, position - released).unload();
            released = position;
        }
    }

    /// Says that all bytes have been read, by whatever passage. An archive of many layers would keep
    /// the last step of each otherwise.
    public void ended() {
        if (segment.isMapped() && segment.byteSize() >= SMALL) {
            segment.unload();
            released = segment.byteSize();
        }
    }
}
