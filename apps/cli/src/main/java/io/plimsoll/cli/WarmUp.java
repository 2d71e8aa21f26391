package io.plimsoll.cli;

import io.plimsoll.image.layer.Hash;

/// Has the JVM set up what nearly every call needs, on another core while the command line is read:
/// the first digest looks through the lists of all algorithms, 7 ms of a cold JVM.
final class WarmUp {
    private WarmUp() {}

    static void start() {
        Thread.ofPlatform().daemon().name("plimsoll-warm-up").start(Hash::sha256);
    }
}
