package io.plimsoll.checks;

import java.util.regex.Pattern;

/// Tells by its path whether a file is one that a package manager of a language put there: what is in it
/// came from elsewhere, and whoever has the package has it.
public final class InstalledPaths {
    private static final Pattern INSTALLED =
            Pattern.compile(
                    "/node_modules/|/(?:site|dist)-packages/|/gems/|/pkg/mod/|/\\.cargo/registry/"
                            + "|^/usr/share/(?:doc|man|perl|python3?|ruby|nodejs)/"
                            + "|^/usr/(?:local/)?(?:lib/)?go[0-9.-]*/"
                            + "|/lib/(?:python|ruby)[0-9.]*/|/lib/rustlib/|/\\.rustup/"
                            + "|/vendor/bundle/");

    private static final Pattern EXAMPLE =
            Pattern.compile(
                    "(?:^|[/_.-])(?:tests?|testdata|testing|testonly|testkeys|testcerts|testutils?"
                            + "|functests?|e2e|certdata|fixtures?|specs?|examples?|samples?|docs?|man"
                            + "|mocks?|demos?|recordings)(?:[/_.-]|$)"
                            + "|\\.(?:md|markdown|rst|adoc|html)$|/(?:README|CHANGELOG|HISTORY)[^/]*$"
                            + "|-info/(?:METADATA|PKG-INFO)$|/test_[^/]+$");

    private InstalledPaths() {}

    /// Whether the file is in a folder of installed packages.
    public static boolean isInstalled(String path) {
        return INSTALLED.matcher(path).find();
    }

    /// Whether a file of an installed package is for its tests or its readers.
    static boolean isExample(String path) {
        return isInstalled(path) && EXAMPLE.matcher(path).find();
    }
}
