package io.plimsoll.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `--timeout`: how long a call may take as a whole.
final class Timeout {
    private static final String OPTION = "--timeout";

    /// For what was begun to be taken away again.
    private static final Duration GRACE = Duration.ofMillis(700);

    private Timeout() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(
                Options.value(
                        "DURATION",
                        "end the call, with 3, after 90s, 5m, 1h30m (default: never)",
                        OPTION));
    }

    /// @throws IllegalArgumentException if what is given is no duration above zero
    static Optional<Duration> of(ParseResult parsed) {
        return parsed.commandSpec().findOption(OPTION) == null
                ? Optional.empty()
                : Options.text(parsed, OPTION).map(text -> Durations.parse(OPTION, text));
    }

    /// Runs a call on a thread of its own and stops waiting for it when its time is over, even where
    /// it does not hear that it should end.
    static ExitCode limit(Duration timeout, Console console, Callable<ExitCode> call)
            throws IOException, InterruptedException {
        FutureTask<ExitCode> task = new FutureTask<>(call);
        Thread worker = Thread.ofPlatform().daemon().name("plimsoll-call").start(task);
        try {
            return task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            String doing = console.activity().doing();
            console.activity().cutShort();
            worker.interrupt();
            console.activity().silence();
            worker.join(GRACE);
            console.err().println(message(timeout, doing));
            return ExitCode.TARGET;
        } catch (InterruptedException interrupted) {
            worker.interrupt();
            worker.join();
            throw interrupted;
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException failure -> throw failure;
                case InterruptedException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    private static String message(Duration timeout, String doing) {
        return "stopped after "
                + Durations.text(timeout)
                + ", the "
                + OPTION
                + ", while "
                + doing
                + "; a longer "
                + OPTION
                + " or PLIMSOLL_TIMEOUT gives it more time";
    }
}
