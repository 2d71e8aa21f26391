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

    /// No line is longer; where a terminal is narrower still, it cuts the line instead of breaking it.
    private static final int LONGEST_LINE = 79;

    /// Takes away what the line holds.
    private static final String ERASE = "\r\u001b[K";

    /// Around a line that is not to be broken (DEC private mode 7, "auto-wrap").
    private static final String NO_WRAP = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private final PrintStream err;
    private final boolean shown;
    private final boolean live;
    private boolean reading;
    private boolean closed;
    private String phase = "opening the target";
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
        TerminalProgress progress = new TerminalProgress(console.err(), shown, shown && terminal);
        console.activity().follow(progress);
        return progress;
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
            draw(layersAndBytes() + rate(now));
        }
    }

    @Override
    public synchronized void layerRead(String name, long bytes) {
        done++;
        if (live && reading && done == layers) {
            draw(layersAndBytes());
        }
        if (shown && !live && !closed) {
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
        phase = name;
        if (live) {
            draw(name);
        } else if (shown && !closed) {
            err.println(name);
        }
    }

    @Override
    public synchronized void notice(String text) {
        if (shown && !closed) {
            err.println((live ? ERASE : "") + Printable.of(text));
        }
    }

    /// Takes the line away; nothing is shown any more.
    @Override
    public synchronized void close() {
        if (live && !closed) {
            err.print(ERASE);
            err.flush();
        }
        closed = true;
        reading = false;
        phase = "writing the report";
    }

    /// What is being done, to be read after "while".
    synchronized String doing() {
        return reading ? layersAndBytes() : phase;
    }

    private void draw(String text) {
        if (!closed) {
            String line = Printable.of(text);
            String cut = line.substring(0, Math.min(line.length(), LONGEST_LINE));
            err.print(ERASE + NO_WRAP + cut + WRAP);
            err.flush();
        }
    }

    private String layersAndBytes() {
        return "reading layers, " + done + " of " + layers + " done, " + amount();
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
