package io.plimsoll.fuzz;

/// What Jazzer runs: one target, named by the system property `plimsoll.fuzz.target`.
public final class Fuzzer {
    private static final FuzzTarget TARGET =
            FuzzTargets.of(System.getProperty("plimsoll.fuzz.target", ""));

    private Fuzzer() {}

    /// Called by the fuzzer with one input after another.
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        TARGET.run(input);
    }
}
