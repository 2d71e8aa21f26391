package io.plimsoll.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// An input that wishes the program harm, and what the program must make of it.
///
/// @param name its row in `docs/guide/hostile-input.md`
/// @param making writes it
/// @param code the exit code
/// @param said what the report or the error must hold
record HostileCase(String name, Making making, int code, List<String> said) {
    /// What is still read where the rest is bad: see {@link Examples#STATUS}.
    static final String READ = "pkg:deb/debian/libssl3@3.0.11-1~deb12u2";

    /// Writes an input.
    @FunctionalInterface
    interface Making {
        /// Writes it.
        ///
        /// @param folder an empty folder for it
        /// @return the target as the command line names it
        String target(Path folder) throws IOException;
    }

    static HostileCase of(String name, Making making, int code, String... said) {
        return new HostileCase(name, making, code, List.of(said));
    }

    @Override
    public String toString() {
        return name;
    }
}
