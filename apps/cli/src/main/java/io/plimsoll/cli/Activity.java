package io.plimsoll.cli;

import java.util.Optional;

/// What a call is doing at the moment, and whether it is being cut short. Read by other threads than
/// the call's own.
final class Activity {
    private volatile Optional<TerminalProgress> progress = Optional.empty();
    private volatile boolean cutShort;

    /// Says whose progress the call's is.
    void follow(TerminalProgress current) {
        progress = Optional.of(current);
    }

    /// What is being done, to be read after "while".
    String doing() {
        return progress.map(TerminalProgress::doing).orElse("starting");
    }

    /// Says that whatever fails on the call's threads from here on does so because it was told to
    /// stop.
    void cutShort() {
        cutShort = true;
    }

    boolean isCutShort() {
        return cutShort;
    }

    /// Takes the progress off the terminal for good.
    void silence() {
        progress.ifPresent(TerminalProgress::close);
    }
}
