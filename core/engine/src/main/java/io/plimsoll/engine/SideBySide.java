package io.plimsoll.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Does the same for many things, a few at a time, and keeps their order.
final class SideBySide {
    private SideBySide() {}

    /// What is done.
    interface Step<T, R> {
        R of(T item) throws IOException, InterruptedException;
    }

    /// The results in the order of the items. Where one fails, or the calling thread is interrupted,
    /// the others are interrupted, and have ended when this returns.
    ///
    /// @param threads how many at a time; a single item is done by the calling thread
    static <T, R> List<R> map(List<T> items, int threads, Step<T, R> step)
            throws IOException, InterruptedException {
        if (items.size() < 2 || threads < 2) {
            List<R> results = new ArrayList<>();
            for (T item : items) {
                results.add(step.of(item));
            }
            return results;
        }
        ExecutorService executor =
                Executors.newFixedThreadPool(
                        Math.min(threads, items.size()),
                        Thread.ofPlatform().daemon().name("plimsoll-layer-", 1).factory());
        try {
            List<Future<R>> futures =
                    items.stream().map(item -> executor.submit(() -> step.of(item))).toList();
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(result(future));
            }
            return results;
        } finally {
            end(executor);
        }
    }

    private static <R> R result(Future<R> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException failure -> throw failure;
                case InterruptedException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(failed);
            }
        } catch (CancellationException nobodyCancels) {
            throw new IllegalStateException(nobodyCancels);
        }
    }

    private static void end(ExecutorService executor) {
        executor.shutdownNow();
        boolean interrupted = false;
        while (!executor.isTerminated()) {
            try {
                executor.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException retry) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
