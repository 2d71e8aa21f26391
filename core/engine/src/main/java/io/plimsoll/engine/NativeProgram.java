package io.plimsoll.engine;

import java.util.List;

/// What a native program or library needs to run.
///
/// @param interpreter the loader that starts it, such as `/lib64/ld-linux-x86-64.so.2`; empty for a
///     static program and for a library
/// @param needed libraries by the names that the loader looks for
/// @param runPaths folders that are searched first
public record NativeProgram(String interpreter, List<String> needed, List<String> runPaths) {
    public NativeProgram {
        needed = List.copyOf(needed);
        runPaths = List.copyOf(runPaths);
    }

    /// Whether it runs without any other file.
    public boolean isStatic() {
        return interpreter.isEmpty() && needed.isEmpty();
    }
}
