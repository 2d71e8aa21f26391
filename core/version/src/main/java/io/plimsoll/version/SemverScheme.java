package io.plimsoll.version;

/// Versions of Semantic Versioning 2.0.0, as crates and Hex packages have them. Build metadata
/// does not count.
///
/// Source: <https://semver.org/spec/v2.0.0.html>; the Rust crate `semver` 1.0 (`cmp_precedence`);
/// Elixir's `Version`.
final class SemverScheme implements VersionScheme {
    private final SemverGrammar grammar;
    private final boolean prefix;

    /// @param prefix whether a `v` may stand before the version
    SemverScheme(String id, boolean prefix) {
        this.grammar = new SemverGrammar(id, 3, 3, false);
        this.prefix = prefix;
    }

    @Override
    public String id() {
        return grammar.id();
    }

    @Override
    public int compare(String left, String right) throws InvalidVersionException {
        check(left);
        check(right);
        return SemverText.compare(left, start(left), right, start(right));
    }

    @Override
    public void check(String version) throws InvalidVersionException {
        grammar.check(version, start(version));
    }

    private int start(String version) {
        return prefix && version.startsWith("v") ? 1 : 0;
    }
}
