package io.plimsoll.fuzz;

/// A parser and what must hold of it whatever the input: it ends, with a result or with one of the
/// exceptions it documents.
@FunctionalInterface
public interface FuzzTarget {
    /// Runs the parser once.
    ///
    /// @throws Exception if what must hold does not
    void run(byte[] input) throws Exception;

    /// A message that people will read says something.
    static void shown(String message) {
        require(!message.isBlank() && !message.equals("null"), "an error without a message");
    }

    /// Says that what must hold does not.
    static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
