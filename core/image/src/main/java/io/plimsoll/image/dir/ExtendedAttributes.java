package io.plimsoll.image.dir;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// Reads extended attributes of any namespace by `lgetxattr` of the C library: the JDK reads those
/// of `user.` alone. One thread at a time.
///
/// Source: getxattr(2), errno(3); the numbers are those of Linux.
final class ExtendedAttributes implements AutoCloseable {
    private static final int NO_DATA = 61;
    private static final int NOT_SUPPORTED = 95;
    private static final int VALUE_ROOM = 64;
    private static final int FIRST_PATH_ROOM = 4096;

    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();

    private final MethodHandle call;
    private final VarHandle errno;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment state = arena.allocate(STATE);
    private final MemorySegment value = arena.allocate(VALUE_ROOM);
    private MemorySegment path = arena.allocate(FIRST_PATH_ROOM);

    private ExtendedAttributes(MethodHandle call) {
        this.call = call;
        this.errno = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    }

    /// @throws IOException if the C library has no such function
    @SuppressWarnings("restricted") // the launcher's manifest allows native access
    static ExtendedAttributes open() throws IOException {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> function = linker.defaultLookup().find("lgetxattr");
        if (function.isEmpty()) {
            throw new IOException("the C library of this system has no lgetxattr");
        }
        return new ExtendedAttributes(
                linker.downcallHandle(
                        function.get(),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_LONG,
                                ValueLayout.ADDRESS,
                                ValueLayout.ADDRESS,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_LONG),
                        Linker.Option.captureCallState("errno")));
    }

    /// A name that is asked for often.
    MemorySegment name(String name) {
        return arena.allocateFrom(name);
    }

    /// The value of an attribute of a file, or of a link itself; nothing where it has none.
    ///
    /// @throws IOException if it could not be read
    Optional<String> get(Path file, MemorySegment name) throws IOException {
        long length = call(bytesOf(file), name);
        if (length >= 0) {
            byte[] bytes = value.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
        int number = (int) errno.get(state, 0L);
        if (number == NO_DATA || number == NOT_SUPPORTED) {
            return Optional.empty();
        }
        throw new IOException("an extended attribute could not be read: error " + number);
    }

    private long call(byte[] bytes, MemorySegment name) throws IOException {
        if (path.byteSize() <= bytes.length) {
            path = arena.allocate(2L * bytes.length + 1);
        }
        MemorySegment.copy(bytes, 0, path, ValueLayout.JAVA_BYTE, 0, bytes.length);
        path.set(ValueLayout.JAVA_BYTE, bytes.length, (byte) 0);
        try {
            return (long) call.invokeExact(state, path, name, value, (long) VALUE_ROOM);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IOException(impossible);
        }
    }

    /// The path as the system has it: only its URI form keeps bytes that the locale cannot express.
    private static byte[] bytesOf(Path file) {
        String text = file.toString();
        boolean plain = text.chars().allMatch(c -> c > 0 && c < 128);
        return plain
                ? text.getBytes(StandardCharsets.US_ASCII)
                : PathBytes.decoded(file.toAbsolutePath().toUri().getRawPath());
    }

    @Override
    public void close() {
        arena.close();
    }
}
