package io.plimsoll.report.cyclonedx;

import java.util.ArrayList;
import java.util.List;

/// A name and a value of a component, for which CycloneDX has no member.
record Property(String name, String value) {
    /// Begins the name of every property of ours.
    static final String PREFIX = "plimsoll:";

    /// Collects properties that have a value.
    static final class Collector {
        private final List<Property> collected = new ArrayList<>();

        void add(String name, String value) {
            if (!value.isEmpty()) {
                collected.add(new Property(name, value));
            }
        }

        List<Property> all() {
            return collected;
        }
    }
}
