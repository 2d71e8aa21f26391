package io.plimsoll.cli;

/// Where the program begins.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Console console = Console.system();
        Interruption interruption = Interruption.watch(console.activity());
        int code = new CommandLineTool(console).run(arguments);
        interruption.ended();
        System.exit(code);
    }
}
