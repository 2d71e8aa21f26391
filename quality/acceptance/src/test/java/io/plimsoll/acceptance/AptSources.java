package io.plimsoll.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The archives that this machine's apt is configured for: tests use the same ones.
final class AptSources {
    private AptSources() {}

    /// A line for `sources.list` with one suite.
    ///
    /// @param suite `bookworm`, `bookworm-security` …
    static String line(String suite) throws IOException, InterruptedException {
        String mark = "Packages|" + suite + "|main|";
        List<String> targets =
                new Program(Path.of("/"))
                        .lines(
                                "apt-get",
                                "indextargets",
                                "--format",
                                "$(CREATED_BY)|$(RELEASE)|$(COMPONENT)|$(REPO_URI)");
        String uri =
                targets.stream()
                        .filter(target -> target.startsWith(mark))
                        .map(target -> target.substring(mark.length()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("apt has no source for " + suite));
        return "deb " + uri + " " + suite + " main";
    }
}
