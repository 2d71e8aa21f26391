package io.plimsoll.version;

/// Versions of Go modules, with or without the `v`, and of the Go toolchain (`go1.21rc2`), which
/// the Go vulnerability database writes as `1.21.0-rc.2`. `v1` and `v1.2` are short forms.
///
/// Source: `golang.org/x/mod/semver`; `internal/semver` of golang.org/x/vulndb (`GoTagToSemver`).
final class GolangScheme implements VersionScheme {
    private static final SemverGrammar MODULE = new SemverGrammar("golang", 1, 3, false);

    @Override
    public String id() {
        return MODULE.id();
    }

    @Override
    public int compare(String left, String right) throws InvalidVersionException {
        String l = module(left);
        String r = module(right);
        checkModule(l);
        checkModule(r);
        return SemverText.compare(l, start(l), r, start(r));
    }

    @Override
    public void check(String version) throws InvalidVersionException {
        checkModule(module(version));
    }

    private static void checkModule(String version) throws InvalidVersionException {
        int start = start(version);
        MODULE.check(version, start);
        int core = SemverText.coreEnd(version, start);
        if (core < version.length() && dots(version, start, core) < 2) {
            throw new InvalidVersionException(
                    MODULE.id(), version, "a short form takes neither pre-release nor metadata");
        }
    }

    private static int start(String version) {
        boolean tag = version.startsWith("go") && Digits.end(version, 2, version.length()) > 2;
        return tag ? 2 : version.startsWith("v") ? 1 : 0;
    }

    /// A pre-release of the toolchain in the form of a module's; any other version as it is.
    private static String module(String version) {
        int start = start(version);
        int core = SemverText.coreEnd(version, start);
        int label = core + wordLength(version, core);
        boolean numbered = label > core && label < version.length();
        if (core == start
                || !numbered
                || Digits.end(version, label, version.length()) < version.length()) {
            return version;
        }
        String padding = ".0".repeat(Math.max(0, 2 - dots(version, start, core)));
        return version.substring(start, core)
                + padding
                + "-"
                + version.substring(core, label)
                + "."
                + version.substring(label);
    }

    private static int wordLength(String version, int at) {
        return version.startsWith("rc", at) ? 2 : version.startsWith("beta", at) ? 4 : 0;
    }

    private static int dots(String text, int start, int end) {
        int dots = 0;
        for (int i = start; i < end; i++) {
            dots += text.charAt(i) == '.' ? 1 : 0;
        }
        return dots;
    }
}
