/// CycloneDX, an SBOM with vulnerabilities.
@NullMarked
package io.plimsoll.report.cyclonedx;

import org.jspecify.annotations.NullMarked;
