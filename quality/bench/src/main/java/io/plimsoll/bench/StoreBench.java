package io.plimsoll.bench;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.Affected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The advisory store named by `plimsoll.store`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StoreBench {
    private final Path folder = Path.of(System.getProperty("plimsoll.store", "data/advisories"));

    /// Opens the store, looks one package up, closes the store.
    @Benchmark
    public List<Affected> openAndLookUpOne() throws IOException {
        try (AdvisoryStore store = AdvisoryStore.open(folder)) {
            return store.advisoriesOf("Debian:12").getFirst().find("openssl");
        }
    }
}
