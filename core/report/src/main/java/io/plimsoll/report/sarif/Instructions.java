package io.plimsoll.report.sarif;

import io.plimsoll.model.Finding;
import java.util.Optional;

/// Knows the line of the Dockerfile that brought a finding's package.
@FunctionalInterface
public interface Instructions {
    /// Without a Dockerfile.
    Instructions NONE = finding -> Optional.empty();

    Optional<Place> of(Finding finding);

    /// Lines of a file.
    ///
    /// @param file the path as the user named it, relative to the folder of the call
    /// @param startLine the first, from 1
    /// @param endLine the last, itself included
    record Place(String file, int startLine, int endLine) {}
}
