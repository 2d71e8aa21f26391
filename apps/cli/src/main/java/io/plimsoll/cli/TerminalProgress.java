package io.plimsoll.cli;

import io.plimsoll.engine.Progress;
import io.plimsoll.model.Printable;
import java.io.PrintStream;
import java.util.Locale;
import picocli.CommandLine.ParseResult;

/// Progress on the error stream: one line that is written over on a terminal, one line a step
/// elsewhere when asked for.
final class TerminalProgress implements Progress, AutoCloseable {
    private static final long REDRAW_NANOS = 100_000_000L;
    private static final int NAME_SHOWN = 200;
    private static final double MB = 1e6;
    private static final double SECOND = 1e9;

    private final PrintStream err;
    private final boolean shown;
    private final boolean live;
    private boolean reading;
    private int layers;
    private int done;
    private long size;
    private long read;
    private long started;
    private long drawn;

    private TerminalProgress(PrintStream err, boolean shown, boolean live) {
        this.err = err;
        this.shown = shown;
        this.live = live;
    }

    static TerminalProgress of(Console console, ParseResult parsed) {
        boolean quiet = Options.isSet(parsed, "--quiet");
        boolean terminal = console.errIsTerminal();
        boolean shown = !quiet && (terminal || Options.isSet(parsed, "--verbose"));
        return new TerminalProgress(console.err(), shown, shown && terminal);
    }

    @Override
    public synchronized void layersFound(int count, int known, long bytes) {
        reading = true;
        layers = count;
        done = known;
        size = bytes;
        read = 0;
        started = System.nanoTime();
        drawn = started;
        if (shown && !live && known > 0) {
            err.println(known + " of " + count + " layers known already");
        }
    }

    @Override
    public synchronized void bytesRead(long bytes) {
        read += bytes;
        long now = System.nanoTime();
        if (live && reading && now - drawn > REDRAW_NANOS) {
            drawn = now;
            draw("reading layers, " + done + " of " + layers + " done  " + amount() + rate(now));
        }
    }

    @Override
    public synchronized void layerRead(String name, long bytes) {
        done++;
        if (shown && !live) {
            err.println(
                    "read "
                            + Printable.beginning(name, NAME_SHOWN)
                            + "  "
                            + megabytes(bytes)
                            + " MB");
        }
    }

    @Override
    public synchronized void phase(String name) {
        reading = false;
        if (live) {
            draw(name);
        } else if (shown) {
            err.println(name);
        }
    }

    @Override
    public synchronized void notice(String text) {
        close();
        if (shown) {
            err.println(Printable.of(text));
        }
    }

    @Override
    public synchronized void close() {
        if (live) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    private void draw(String text) {
        err.print("\r\u001b[K" + text);
        err.flush();
    }

    private String amount() {
        // A size that is not stated is not made up.
        return megabytes(read) + (size >= read ? " of " + megabytes(size) + " MB" : " MB");
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / MB);
    }

    private String rate(long now) {
        double seconds = (now - started) / SECOND;
        return seconds < 0.2 ? "" : String.format(Locale.ROOT, "  %.0f MB/s", read / MB / seconds);
    }
}
