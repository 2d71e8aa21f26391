package io.plimsoll.engine;

import io.plimsoll.image.LayerEntry;
import java.io.IOException;
import java.io.InputStream;

/// Tells native executables by their first bytes.
///
/// Source: ELF specification, `e_ident`; PE/COFF, DOS header; Mach-O, `mach_header`.
final class NativeCode {
    private static final int ELF = 0x7f454c46;
    private static final int MACH_64 = 0xcffaedfe;
    private static final int MACH_32 = 0xcefaedfe;
    private static final int DOS = 0x4d5a;

    private NativeCode() {}

    static boolean is(LayerEntry entry) throws IOException {
        if (entry.size() < Integer.BYTES) {
            return false;
        }
        try (InputStream in = entry.stream()) {
            byte[] start = in.readNBytes(Integer.BYTES);
            if (start.length < Integer.BYTES) {
                return false;
            }
            int magic =
                    ((start[0] & 0xff) << 24)
                            | ((start[1] & 0xff) << 16)
                            | ((start[2] & 0xff) << 8)
                            | (start[3] & 0xff);
            return magic == ELF || magic == MACH_64 || magic == MACH_32 || magic >>> 16 == DOS;
        }
    }
}
