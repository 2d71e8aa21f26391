/// SPDX, the other SBOM.
@NullMarked
package io.plimsoll.report.spdx;

import org.jspecify.annotations.NullMarked;
