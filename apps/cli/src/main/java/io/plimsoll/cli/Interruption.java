package io.plimsoll.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What happens when the user or the system asks the process to end, by `SIGINT` or `SIGTERM`: the
/// call is interrupted, has a moment to take away what it began, and then the JVM ends with 128 plus
/// the signal's number, whether the call could be interrupted or not.
final class Interruption extends Thread {
    /// Together with the start of it all less than the second that a user waits gladly.
    private static final long GRACE_MILLIS = 700;

    private final Thread call;
    private final Activity activity;
    private final CountDownLatch ended = new CountDownLatch(1);

    private Interruption(Thread call, Activity activity) {
        super("plimsoll-interruption");
        this.call = call;
        this.activity = activity;
    }

    /// Watches over the calling thread.
    static Interruption watch(Activity activity) {
        Interruption watching = new Interruption(Thread.currentThread(), activity);
        try {
            Runtime.getRuntime().addShutdownHook(watching);
        } catch (IllegalStateException tooLate) {
            // The JVM ends already, before anything was begun.
            activity.cutShort();
            Thread.currentThread().interrupt();
        }
        return watching;
    }

    /// The call is over, and has nothing to take away.
    void ended() {
        ended.countDown();
    }

    /// Run by the JVM as it ends, for whatever reason.
    @Override
    public void run() {
        if (ended.getCount() == 0) {
            return;
        }
        activity.cutShort();
        call.interrupt();
        activity.silence();
        try {
            if (!ended.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                activity.silence();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
