package io.plimsoll.model;

import java.util.List;

/// What is known of a package and a vulnerability.
public sealed interface Verdict {
    /// The package has the vulnerability.
    ///
    /// @param fixedIn versions that fix it, the lowest first; empty where none is known
    record Affected(List<String> fixedIn) implements Verdict {
        public Affected {
            fixedIn = List.copyOf(fixedIn);
        }
    }

    /// The package does not have it.
    ///
    /// @param because why, in words
    record NotAffected(String because) implements Verdict {}

    /// It cannot be said.
    ///
    /// @param because what is missing to judge, in words
    record Undetermined(String because) implements Verdict {}
}
