package io.plimsoll.bench;

import io.plimsoll.checks.secrets.SecretDetector;
import io.plimsoll.checks.secrets.SecretHit;
import io.plimsoll.checks.secrets.TextSearch;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Megabytes of text searched for secrets a second, by one thread.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SecretBench {
    /// Megabytes of text.
    static final int SIZE = 16;

    private static final int CHUNK = 64 * 1024;

    /// `sources`: the project's own sources and pages, which hold every keyword; `log`: lines of a web
    /// server's log; `base64`: one line of it.
    @Param({"sources", "log", "base64"})
    public String kind = "sources";

    private final TextSearch search = SecretDetector.standard().search();
    private byte[] text = new byte[0];

    /// Makes the text.
    @Setup(Level.Trial)
    public void prepare() {
        text = Texts.of(kind, SIZE * 1_000_000);
    }

    /// Searches it once.
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public List<SecretHit> search() {
        for (int at = 0; at < text.length; at += CHUNK) {
            search.feed(text, at, Math.min(CHUNK, text.length - at));
        }
        return search.finish().hits();
    }
}
