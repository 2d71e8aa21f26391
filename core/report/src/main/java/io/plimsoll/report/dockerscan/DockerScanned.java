package io.plimsoll.report.dockerscan;

import io.plimsoll.model.ScanReport;

/// What `docker scan` has found.
///
/// @param policy the text of the `.snyk` file that was followed; empty where there was none
public record DockerScanned(ScanReport report, String policy) {}
