package io.plimsoll.cli;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.AdvisoryStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Where the program keeps its data.
///
/// Source: XDG Base Directory Specification.
final class Folders {
    private final Console console;

    Folders(Console console) {
        this.console = console;
    }

    /// The store that a scan uses: the one named, else the newest of the user's own and the one that
    /// ships inside.
    ///
    /// @param named what `--db` says
    /// @throws AdvisoryStoreException if there is none
    Path store(Optional<Path> named) throws IOException {
        if (named.isPresent()) {
            return named.get();
        }
        String variable = console.variable("PLIMSOLL_DB_DIR");
        if (!variable.isEmpty()) {
            return Path.of(variable);
        }
        Path own = ownStore();
        Path shipped = shippedStore();
        boolean hasOwn = Files.exists(own.resolve("index.json"));
        if (hasOwn && Files.exists(shipped.resolve("index.json"))) {
            return created(own).isBefore(created(shipped)) ? shipped : own;
        }
        return hasOwn ? own : shipped;
    }

    /// The store that an update writes: the one named, else the user's own.
    Path storeToWrite(Optional<Path> named) {
        String variable = console.variable("PLIMSOLL_DB_DIR");
        return named.orElseGet(() -> variable.isEmpty() ? ownStore() : Path.of(variable));
    }

    /// The user's own store.
    Path ownStore() {
        return xdg("XDG_DATA_HOME", ".local/share").resolve("plimsoll").resolve("advisories");
    }

    /// The cache of layers; empty where there is no home to keep it in.
    Path cache() {
        String variable = console.variable("PLIMSOLL_CACHE_DIR");
        return variable.isEmpty()
                ? xdg("XDG_CACHE_HOME", ".cache").resolve("plimsoll")
                : Path.of(variable);
    }

    /// The user's index of base images.
    Path bases() {
        String variable = console.variable("PLIMSOLL_BASES_DIR");
        return variable.isEmpty()
                ? xdg("XDG_DATA_HOME", ".local/share").resolve("plimsoll").resolve("bases")
                : Path.of(variable);
    }

    private static Path shippedStore() {
        return Path.of(System.getProperty("plimsoll.home", "."))
                .resolve("data")
                .resolve("advisories");
    }

    private static Instant created(Path store) throws IOException {
        return AdvisoryStore.readIndex(store).created();
    }

    private Path xdg(String variable, String below) {
        String value = console.variable(variable);
        if (!value.isEmpty() && Path.of(value).isAbsolute()) {
            return Path.of(value);
        }
        String home = console.variable("HOME");
        return Path.of(home.isEmpty() ? System.getProperty("java.io.tmpdir", "/tmp") : home)
                .resolve(below);
    }
}
