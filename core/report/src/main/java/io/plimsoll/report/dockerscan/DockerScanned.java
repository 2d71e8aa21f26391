package io.plimsoll.report.dockerscan;

import io.plimsoll.model.BaseAdvice;
import io.plimsoll.model.ScanReport;
import java.util.Optional;

/// What `docker scan` has found.
///
/// @param advice on the base image; empty where that is not known
/// @param policy the text of the `.snyk` file that was followed; empty where there was none
public record DockerScanned(ScanReport report, Optional<BaseAdvice> advice, String policy) {}
