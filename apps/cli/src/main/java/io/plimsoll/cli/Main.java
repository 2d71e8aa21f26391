package io.plimsoll.cli;

/// Where the program begins.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLineTool(Console.system()).run(arguments));
    }
}
