package io.plimsoll.registry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long a registry is waited for.
///
/// @param connect for a connection, and then for the head of an answer
/// @param stall for the next byte of an answer
/// @param attempts at one request, or at one place of a download
/// @param firstWait before the second attempt; doubled for each one more, with jitter
/// @param longestWait that a registry may ask for
public record Patience(
        Duration connect,
        Duration stall,
        int attempts,
        Duration firstWait,
        Duration longestWait,
        Pause pause,
        RandomGenerator random) {

    /// Waits.
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /// What a person would have: half a minute for an answer, five attempts, and a registry may ask
    /// for two minutes.
    public static Patience standard() {
        return new Patience(
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                5,
                Duration.ofMillis(500),
                Duration.ofMinutes(2),
                Thread::sleep,
                RandomGenerator.getDefault());
    }

    /// Before the next attempt: exponential, of which at least half.
    ///
    /// @param failed attempts so far, from 1
    Duration backOff(int failed) {
        long full = firstWait.toMillis() << Math.min(failed - 1, 10);
        long bounded = Math.min(full, longestWait.toMillis());
        return Duration.ofMillis(bounded / 2 + random.nextLong(bounded / 2 + 1));
    }
}
