package io.plimsoll.cli;

import io.plimsoll.advisory.AdvisoryStoreException;
import io.plimsoll.advisory.MalformedSegmentException;
import io.plimsoll.engine.NameNotFoundException;
import io.plimsoll.model.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;

/// How a call ends that fails: with one message and the exit code of its kind.
///
/// @param verbose whether a defect of the program shows where it is
record Failures(Console console, boolean verbose) {
    private static final int LONGEST_MESSAGE = 4_000;

    /// What may fail.
    interface Call {
        ExitCode run() throws IOException, InterruptedException;
    }

    ExitCode guard(Call call) {
        try {
            return call.run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        } catch (AdvisoryStoreException | MalformedSegmentException data) {
            return fail(ExitCode.DATA, data);
        } catch (UncheckedIOException wrapped) {
            return failed(wrapped.getCause() == null ? wrapped : wrapped.getCause());
        } catch (IOException unreadable) {
            return failed(unreadable);
        } catch (IllegalArgumentException wrong) {
            return fail(ExitCode.USAGE, wrong);
        } catch (OutOfMemoryError tooMuch) {
            return outOfMemory();
        } catch (RuntimeException | StackOverflowError defect) {
            return unexpected(defect);
        }
    }

    private ExitCode failed(Exception failure) {
        if (failure instanceof StandardOutput.ReaderGoneException) {
            return console.activity().isCutShort() ? ExitCode.INTERRUPTED : ExitCode.READER_GONE;
        }
        boolean data = failure instanceof AdvisoryStoreException;
        return fail(data ? ExitCode.DATA : ExitCode.TARGET, failure);
    }

    private ExitCode outOfMemory() {
        long memory = Runtime.getRuntime().maxMemory() / (1024 * 1024);
        console.err()
                .println(
                        "what the target says does not fit into the "
                                + memory
                                + " MiB of memory that the program has; lower --max-packages or"
                                + " --max-entries to see a part of it");
        return ExitCode.TARGET;
    }

    /// A defect of the program: never the code of a gate, and no stack trace unless asked for.
    private ExitCode unexpected(Throwable defect) {
        if (console.activity().isCutShort()) {
            return ExitCode.INTERRUPTED;
        }
        console.err()
                .println(
                        "plimsoll failed unexpectedly ("
                                + Printable.beginning(defect.toString(), LONGEST_MESSAGE)
                                + "); --verbose shows where, please report it");
        if (verbose) {
            defect.printStackTrace(console.err());
        }
        return ExitCode.TARGET;
    }

    private ExitCode fail(ExitCode code, Exception failure) {
        if (console.activity().isCutShort()) {
            // However the end of the call showed itself, the user has asked for it.
            return ExitCode.INTERRUPTED;
        }
        String text = String.valueOf(failure.getMessage());
        // Of several lines is what the program itself has put together, of attempts.
        String message =
                failure instanceof NameNotFoundException
                        ? Printable.lines(text)
                        : Printable.beginning(text, LONGEST_MESSAGE);
        console.err()
                .println(
                        failure instanceof NoSuchFileException missing
                                        && missing.getReason() == null
                                ? message + ": there is no such file"
                                : message);
        return code;
    }
}
