package io.plimsoll.checks;

import java.util.Optional;

/// Knows which package of the system brought a file.
@FunctionalInterface
public interface FileOwners {
    /// The package's name; nothing for a file that none brought.
    Optional<String> of(String path);
}
