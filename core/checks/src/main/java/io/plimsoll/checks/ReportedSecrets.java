package io.plimsoll.checks;

import io.plimsoll.checks.stack.LayerStack.StackedSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The secrets in files that are reported, and how many are not, by the reason: everybody has those
/// that come with a package.
///
/// @param reported by path
public record ReportedSecrets(List<StackedSecret> reported, Map<String, Long> notReported) {
    private static final String OF_SYSTEM = "brought by a package of the system";
    private static final String EXAMPLE = "a test or an example of an installed package";

    /// Configuration is there to be written into, whoever brought the file.
    private static final String CONFIGURATION = "/etc/";

    /// Where package managers of languages put what others wrote.
    private static final Pattern INSTALLED =
            Pattern.compile(
                    "/node_modules/|/(?:site|dist)-packages/|/gems/|/pkg/mod/|/\\.cargo/registry/"
                            + "|^/usr/share/(?:doc|man|perl|python3?|ruby|nodejs)/"
                            + "|^/usr/(?:local/)?(?:lib/)?go/|^/usr/(?:local/)?lib/(?:python|ruby)"
                            + "|/lib/rustlib/|/\\.rustup/|/vendor/bundle/");

    private static final Pattern TEST =
            Pattern.compile(
                    "/(?:_{0,2}tests?_{0,2}|testing|testdata|test-data|_{0,2}fixtures?_{0,2}|specs?"
                            + "|examples?|samples?|docs?|man|mocks?|demos?)/"
                            + "|[_.-](?:test|spec|tests)\\.[a-z]{1,4}$|/test_[^/]+$"
                            + "|\\.(?:md|markdown|rst|adoc|html)$|/(?:README|CHANGELOG|HISTORY)[^/]*$");

    public ReportedSecrets {
        reported = List.copyOf(reported);
        notReported = new TreeMap<>(notReported);
    }

    public static ReportedSecrets of(CheckedImage image) {
        List<StackedSecret> reported = new ArrayList<>();
        Map<String, Long> notReported = new TreeMap<>();
        for (StackedSecret each : image.stack().secrets()) {
            Optional<String> reason = reason(each.secret().path(), image);
            if (reason.isPresent()) {
                notReported.merge(reason.get(), 1L, Long::sum);
            } else {
                reported.add(each);
            }
        }
        return new ReportedSecrets(reported, notReported);
    }

    private static Optional<String> reason(String path, CheckedImage image) {
        if (!path.startsWith(CONFIGURATION) && image.owners().of(path).isPresent()) {
            return Optional.of(OF_SYSTEM);
        }
        return INSTALLED.matcher(path).find() && TEST.matcher(path).find()
                ? Optional.of(EXAMPLE)
                : Optional.empty();
    }
}
