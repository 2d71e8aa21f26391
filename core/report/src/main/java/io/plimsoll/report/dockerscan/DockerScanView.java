package io.plimsoll.report.dockerscan;

import io.plimsoll.model.Severity;

/// What was asked of `docker scan`.
///
/// @param image the argument as it was typed
/// @param file the `--file` as it was typed; empty where none was
/// @param lowest the mildest severity to report
/// @param severityThreshold whether a severity was asked for at all
/// @param excludeBase whether what the base image brought is left out
/// @param dependencyTree whether the tree comes first
/// @param groupIssues whether JSON has one entry for each id
/// @param colour whether escape sequences may be used
public record DockerScanView(
        String image,
        String file,
        Severity lowest,
        boolean severityThreshold,
        boolean excludeBase,
        boolean dependencyTree,
        boolean groupIssues,
        boolean colour) {}
