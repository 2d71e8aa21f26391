package io.plimsoll.cli;

/// How the program ends.
///
/// Source: `docs/guide/exit-codes.md`.
enum ExitCode {
    DONE(0),
    GATE(1),
    USAGE(2),
    TARGET(3),
    DATA(4),
    INTERRUPTED(130),

    /// 128 and the number of `SIGPIPE`.
    READER_GONE(141);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
