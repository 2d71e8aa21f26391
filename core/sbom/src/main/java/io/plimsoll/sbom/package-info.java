/// Lists of packages that other programs or our own wrote: CycloneDX, SPDX, Syft's JSON, our report.
@NullMarked
package io.plimsoll.sbom;

import org.jspecify.annotations.NullMarked;
