package io.plimsoll.checks;

import io.plimsoll.checks.facts.FoundSecret;
import io.plimsoll.checks.stack.LayerStack.StackedSecret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The secrets in files that are reported, and how many are not, by the reason: everybody has those
/// that come with a package.
///
/// @param reported by path
public record ReportedSecrets(List<StackedSecret> reported, Map<String, Long> notReported) {
    private static final String OF_SYSTEM = "brought by a package of the system";
    private static final String EXAMPLE = "a test or an example of an installed package";

    /// Configuration is there to be written into, whoever brought the file.
    private static final String CONFIGURATION = "/etc/";

    public ReportedSecrets {
        reported = List.copyOf(reported);
        notReported = new TreeMap<>(notReported);
    }

    public static ReportedSecrets of(CheckedImage image) {
        List<StackedSecret> reported = new ArrayList<>();
        Map<String, Long> notReported = new TreeMap<>();
        Set<FoundSecret> installed = new HashSet<>();
        for (StackedSecret each : image.stack().secrets()) {
            if (image.stack().hasPackageDatabase(each.layer())) {
                installed.add(each.secret());
            }
        }
        for (StackedSecret each : image.stack().secrets()) {
            Optional<String> reason =
                    reason(each.secret().path(), installed.contains(each.secret()), image);
            if (reason.isPresent()) {
                notReported.merge(reason.get(), 1L, Long::sum);
            } else {
                reported.add(each);
            }
        }
        return new ReportedSecrets(reported, notReported);
    }

    /// @param installed whether a package manager was at work in a layer in which the file says so: who
    ///     changes a file of a package without one writes something of his own
    private static Optional<String> reason(String path, boolean installed, CheckedImage image) {
        if (installed && !path.startsWith(CONFIGURATION) && image.owners().of(path).isPresent()) {
            return Optional.of(OF_SYSTEM);
        }
        return InstalledPaths.isExample(path) ? Optional.of(EXAMPLE) : Optional.empty();
    }
}
