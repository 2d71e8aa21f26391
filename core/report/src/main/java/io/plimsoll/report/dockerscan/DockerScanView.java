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
/// @param policy the text of the `.snyk` file that was followed; empty where there was none
public record DockerScanView(
        String image,
        String file,
        Severity lowest,
        boolean severityThreshold,
        boolean excludeBase,
        boolean dependencyTree,
        boolean groupIssues,
        boolean colour,
        String policy) {
    /// Without a policy.
    public DockerScanView(
            String image,
            String file,
            Severity lowest,
            boolean severityThreshold,
            boolean excludeBase,
            boolean dependencyTree,
            boolean groupIssues,
            boolean colour) {
        this(
                image,
                file,
                lowest,
                severityThreshold,
                excludeBase,
                dependencyTree,
                groupIssues,
                colour,
                "");
    }

    /// The same with a policy.
    public DockerScanView with(String text) {
        return new DockerScanView(
                image,
                file,
                lowest,
                severityThreshold,
                excludeBase,
                dependencyTree,
                groupIssues,
                colour,
                text);
    }
}
