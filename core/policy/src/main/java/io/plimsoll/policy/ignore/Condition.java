package io.plimsoll.policy.ignore;

import io.plimsoll.policy.subject.Subject;
import java.util.function.Predicate;

/// One thing that must be so for a rule to hold.
///
/// @param key the key that says it, such as `path`
/// @param value what it asks for, as it was written
/// @param test whether it is so
record Condition(String key, String value, Predicate<Subject> test) {
    boolean holds(Subject subject) {
        return test.test(subject);
    }

    /// Whether it is about which vulnerability it is.
    boolean namesVulnerability() {
        return key.equals(Conditions.ID);
    }

    @Override
    public String toString() {
        return key + " " + value;
    }
}
