/// Each format by hand, and what must be refused.
@NullMarked
package io.plimsoll.sbom;

import org.jspecify.annotations.NullMarked;
