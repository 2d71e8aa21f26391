package io.plimsoll.version;

/// The version order of one ecosystem. Implementations are stateless and safe for any number of
/// threads; they never fall back to another ecosystem's order.
///
/// ```
/// VersionSchemes.DEB.compare("1.0~rc1-1", "1.0-1") // below zero
/// ```
public interface VersionScheme {
    /// The scheme's name, such as `deb`, as it stands in reports and in the advisory store.
    String id();

    /// Compares two versions.
    ///
    /// @return below zero where `left` is the older one, zero where the ecosystem's tool calls them
    ///     equal, above zero where `left` is the newer one
    /// @throws InvalidVersionException if either is no version of this scheme
    int compare(String left, String right) throws InvalidVersionException;

    /// Checks that a text is a version of this scheme.
    ///
    /// @throws InvalidVersionException if it is not
    void check(String version) throws InvalidVersionException;
}
