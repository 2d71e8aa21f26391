package io.plimsoll.policy.ignore;

import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.util.ArrayList;
import java.util.List;

/// What an ignore file says.
///
/// @param rules in the order of the file
/// @param warnings what of it is not honoured, and what is odd
public record IgnoreFile(List<Rule> rules, List<Problem> warnings) {
    public IgnoreFile {
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
    }

    /// Collects rules and warnings of one file.
    static final class Collector {
        private final String file;
        private final List<Rule> rules = new ArrayList<>();
        private final List<Problem> warnings = new ArrayList<>();

        Collector(String file) {
            this.file = file;
        }

        void rule(Rule rule) {
            rules.add(rule);
        }

        /// Something is not honoured.
        ///
        /// @param place `file:line`
        void unsupported(String place, String what) {
            warnings.add(warning(ProblemKind.UNSUPPORTED, place, what));
        }

        void odd(String place, String what) {
            warnings.add(warning(ProblemKind.MISSING, place, what));
        }

        private Problem warning(ProblemKind kind, String place, String what) {
            String line = place.substring(place.lastIndexOf(':') + 1);
            return Problem.of(file, "policy", kind, "line " + line + ": " + what);
        }

        IgnoreFile done() {
            return new IgnoreFile(rules, warnings);
        }
    }
}
