package io.plimsoll.image.layer;

/// Threads that must not outlive what they read.
final class Threads {
    private Threads() {}

    /// Waits for the end of a thread. An interruption meanwhile is kept for the caller.
    static void awaitEnd(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException retry) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
