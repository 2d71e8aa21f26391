package io.plimsoll.daemon.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether this process can read what overlayfs has written, all of it.
///
/// The marks of opaque folders are attributes in the namespace `trusted.`, which the kernel does not
/// show but hides from a process without CAP_SYS_ADMIN in the first user namespace: without them, files
/// that a layer deletes would come back.
///
/// Source: xattr(7), capabilities(7), user_namespaces(7), proc_pid_status(5).
///
/// @param process the folder of this process in `/proc`
/// @param parameters the folder of the overlay module's parameters
record Privileges(Path process, Path parameters) {
    private static final int SYS_ADMIN = 21;

    static Privileges ofThisProcess() {
        return new Privileges(Path.of("/proc/self"), Path.of("/sys/module/overlay/parameters"));
    }

    /// @throws UnfitFoldersException if it cannot, or overlayfs writes what only itself can follow
    void demand() throws IOException {
        if (!isAdministrator() || !isFirstNamespace()) {
            throw new UnfitFoldersException("reading the engine's folders takes root's privileges");
        }
        for (String parameter : new String[] {"metacopy", "redirect_dir"}) {
            if (text(parameters.resolve(parameter)).startsWith("Y")) {
                throw new UnfitFoldersException(
                        "overlayfs runs with " + parameter + ", so that folders alone do not tell");
            }
        }
    }

    private boolean isAdministrator() throws IOException {
        return text(process.resolve("status"))
                .lines()
                .filter(line -> line.startsWith("CapEff:"))
                .map(line -> line.substring("CapEff:".length()).strip())
                .anyMatch(hex ->
                        hex.matches("[0-9a-f]{1,16}")
                                && (Long.parseUnsignedLong(hex, 16) >>> SYS_ADMIN & 1) == 1);
    }

    private boolean isFirstNamespace() throws IOException {
        return text(process.resolve("uid_map")).strip().matches("0\\s+0\\s+4294967295");
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file, StandardCharsets.US_ASCII) : "";
    }
}
