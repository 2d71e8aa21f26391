package io.plimsoll.cli;

/// Where the program begins.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Console console = Console.system();
        int code = run(console, arguments);
        if (console.activity().isCutShort()) {
            // The JVM is ending already, with the signal's code.
            System.exit(code);
        }
        // Nothing is left to be done; `System.exit` would look for a logger to tell of it, 5 ms.
        Runtime.getRuntime().halt(code);
    }

    /// Runs one call, which a signal interrupts.
    ///
    /// @return the exit code
    static int run(Console console, String... arguments) {
        Interruption interruption = Interruption.watch(console.activity());
        int code = new CommandLineTool(console).run(arguments);
        interruption.ended();
        return code;
    }
}
