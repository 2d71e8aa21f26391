package io.plimsoll.engine;

import io.plimsoll.advisory.AdvisoryStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Opens the advisory store on another thread while the target is read. Closing waits for it.
final class StoreOpening implements AutoCloseable {
    private final FutureTask<AdvisoryStore> task;

    private StoreOpening(FutureTask<AdvisoryStore> task) {
        this.task = task;
    }

    static StoreOpening start(Path folder) {
        FutureTask<AdvisoryStore> task = new FutureTask<>(() -> AdvisoryStore.open(folder));
        Thread.ofPlatform().daemon().name("plimsoll-store").start(task);
        return new StoreOpening(task);
    }

    /// The store, when it is open.
    ///
    /// @throws io.plimsoll.advisory.AdvisoryStoreException if the advisory data cannot be used
    AdvisoryStore store() throws IOException, InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    @Override
    public void close() {
        boolean interrupted = false;
        while (!task.isDone()) {
            try {
                task.get();
            } catch (ExecutionException failed) {
                break;
            } catch (InterruptedException retry) {
                interrupted = true;
            }
        }
        if (task.state() == FutureTask.State.SUCCESS) {
            task.resultNow().close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
