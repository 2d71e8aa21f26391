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
        return version.startsWith("v") ? 1 : 0;
    }

    /// A toolchain version in the form of a module's; any other version as it is.
    private static String module(String version) {
        boolean tag = version.startsWith("go");
        int start = tag ? 2 : 0;
        int core = SemverText.coreEnd(version, start);
        int word = wordLength(version, core);
        if (core == start || (!tag && word == 0)) {
            return version;
        }
        String numbers = version.substring(start, core);
        if (word == 0) {
            return numbers + version.substring(core);
        }
        String padding = ".0".repeat(Math.max(0, 2 - dots(numbers, 0, numbers.length())));
        String label = version.substring(core, core + word);
        return numbers + padding + "-" + label + "." + version.substring(core + word);
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
