package io.plimsoll.catalog.java;

import io.plimsoll.fuzz.FuzzTarget;

/// The names of an archive's classes, one a line.
public final class ClassPackagesFuzz {
    private ClassPackagesFuzz() {}

    public static void run(byte[] input) {
        ClassPackages packages = new ClassPackages();
        int start = 0;
        for (int at = 0; at <= input.length; at++) {
            if (at == input.length || input[at] == '\n') {
                byte[] name = java.util.Arrays.copyOfRange(input, start, at);
                packages.add(name, name.length);
                start = at + 1;
            }
        }
        long classes = 0;
        for (String name : packages.names()) {
            classes += packages.classes(name);
        }
        FuzzTarget.require(classes <= packages.total(), "more classes than were counted");
        packages.summary();
    }
}
