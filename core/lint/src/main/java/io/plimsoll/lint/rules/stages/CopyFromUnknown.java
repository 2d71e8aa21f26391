package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A COPY from a stage that comes later or does not exist.
public final class CopyFromUnknown implements Rule {
    /// Images of Docker Hub that files of many projects are taken from.
    private static final Set<String> WELL_KNOWN =
            Set.of(
                    "alpine",
                    "busybox",
                    "composer",
                    "debian",
                    "docker",
                    "golang",
                    "gradle",
                    "httpd",
                    "maven",
                    "nginx",
                    "node",
                    "php",
                    "python",
                    "rust",
                    "ubuntu");

    @Override
    public String id() {
        return "PL-COPY-FROM-UNKNOWN";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (CopyFrom copy : CopyFrom.all(file)) {
            Optional<Stage> target = copy.target(file);
            boolean isLater =
                    target.filter(each -> each.index() > copy.stage().index()).isPresent();
            boolean isNumber = copy.value().chars().allMatch(c -> c >= '0' && c <= '9');
            if (isLater) {
                found.accept(
                        Violation.at(
                                copy.flag().span(),
                                "the stage '" + copy.value() + "' comes later"));
            } else if (target.isEmpty() && (isNumber || isBareName(copy.value()))) {
                found.accept(
                        Violation.at(
                                copy.flag().span(),
                                "no stage before is named '"
                                        + copy.value()
                                        + "', so that the builder looks for an image"));
            }
        }
    }

    /// An image has a tag, a digest or a registry as a rule.
    private static boolean isBareName(String value) {
        return !WELL_KNOWN.contains(value)
                && value.indexOf(':') < 0
                && value.indexOf('/') < 0
                && value.indexOf('@') < 0;
    }
}
