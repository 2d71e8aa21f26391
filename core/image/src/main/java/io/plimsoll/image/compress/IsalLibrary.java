package io.plimsoll.image.compress;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;

/// The functions of ISA-L that are used, from the system's own library.
final class IsalLibrary {
    /// The name that version 2 keeps on Linux.
    private static final String NAME = "libisal.so.2";

    /// `-Dplimsoll.inflater=jdk` keeps to the JDK's zlib.
    private static final String CHOICE = "plimsoll.inflater";

    /// A raw deflate stream of one block with fixed codes, and what it holds.
    private static final byte[] SAMPLE = {
        (byte) 0xcb, 0x48, (byte) 0xcd, (byte) 0xc9, (byte) 0xc9, 0x07, 0x00
    };

    private static final byte[] SAMPLE_TEXT = "hello".getBytes(StandardCharsets.US_ASCII);

    private final MethodHandle init;
    private final MethodHandle inflate;

    private IsalLibrary(MethodHandle init, MethodHandle inflate) {
        this.init = init;
        this.inflate = inflate;
    }

    /// The library, where the system has it and it does what is expected of it.
    static Optional<IsalLibrary> loaded() {
        return Holder.LIBRARY;
    }

    /// Once a process, when first wanted.
    private static final class Holder {
        private static final Optional<IsalLibrary> LIBRARY =
                "jdk".equals(System.getProperty(CHOICE))
                        ? Optional.empty()
                        : load().filter(IsalLibrary::isAsExpected);
    }

    @SuppressWarnings("restricted") // The manifest of the program allows native access.
    private static Optional<IsalLibrary> load() {
        try {
            SymbolLookup library = SymbolLookup.libraryLookup(NAME, Arena.global());
            Linker linker = Linker.nativeLinker();
            return library.find("isal_inflate_init")
                    .flatMap(init ->
                            library.find("isal_inflate")
                                    .map(inflate ->
                                            new IsalLibrary(
                                                    linker.downcallHandle(
                                                            init,
                                                            FunctionDescriptor.ofVoid(
                                                                    ValueLayout.ADDRESS)),
                                                    linker.downcallHandle(
                                                            inflate,
                                                            FunctionDescriptor.of(
                                                                    ValueLayout.JAVA_INT,
                                                                    ValueLayout.ADDRESS)))));
        } catch (IllegalArgumentException | UnsupportedOperationException absent) {
            return Optional.empty();
        }
    }

    /// Whether the structure is laid out as in the version that is known.
    private static boolean isAsExpected(IsalLibrary library) {
        byte[] given = Arrays.copyOf(SAMPLE, SAMPLE.length + 3);
        byte[] text = new byte[SAMPLE_TEXT.length + 1];
        try (IsalInflation inflation = new IsalInflation(library)) {
            inflation.input(given, 0, given.length);
            int count = inflation.inflate(text, 0, text.length);
            return count == SAMPLE_TEXT.length
                    && Arrays.equals(SAMPLE_TEXT, Arrays.copyOf(text, count))
                    && inflation.finished()
                    && inflation.remaining() == 3;
        } catch (DataFormatException other) {
            return false;
        }
    }

    void begin(MemorySegment state) {
        try {
            init.invokeExact(state);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    int inflate(MemorySegment state) {
        try {
            return (int) inflate.invokeExact(state);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
