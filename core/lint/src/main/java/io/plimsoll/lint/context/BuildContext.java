package io.plimsoll.lint.context;

import java.util.Optional;

/// The folder that a build copies from.
///
/// @param ignoreFile what the builder gets nothing of; empty where there is no such file
public record BuildContext(Optional<IgnoreFile> ignoreFile) {}
