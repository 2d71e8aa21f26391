package io.plimsoll.bench;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.match.Matcher;
import io.plimsoll.model.Assessment;
import io.plimsoll.model.Inventory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
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
import org.openjdk.jmh.annotations.TearDown;

/// Packages judged a second, by all threads that the matcher takes.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class MatchBench {
    /// Packages in each inventory.
    static final int PACKAGES = 1000;

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /// `fixed`: packages that advisories name, in versions that all are fixed in; `unknown`: packages
    /// that no advisory names; `old`: packages in versions that everything is open in.
    @Param({"unknown", "fixed", "old"})
    public String kind = "unknown";

    private final Path folder = Path.of(System.getProperty("plimsoll.store", "data/advisories"));
    private AdvisoryStore store = open(folder);
    private Inventory inventory = Inventories.of(kind, store);

    /// Opens the store once for all calls.
    @Setup(Level.Trial)
    public void prepare() {
        store = open(folder);
        inventory = Inventories.of(kind, store);
    }

    /// Closes the store.
    @TearDown(Level.Trial)
    public void close() {
        store.close();
    }

    /// Judges one inventory.
    @Benchmark
    @OperationsPerInvocation(PACKAGES)
    public Assessment judge() {
        return new Matcher(store, TODAY).assess(inventory);
    }

    private static AdvisoryStore open(Path folder) {
        try {
            return AdvisoryStore.open(folder);
        } catch (IOException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
