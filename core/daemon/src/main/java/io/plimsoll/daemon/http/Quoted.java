package io.plimsoll.daemon.http;

import io.plimsoll.image.problem.ProblemLog;

/// What an engine sent, for messages.
public final class Quoted {
    private Quoted() {}

    /// The text in quotes, shortened where it is long, without control characters.
    public static String of(String text) {
        return ProblemLog.quote(text);
    }
}
