/// A scan as the controls of a benchmark.
@NullMarked
package io.plimsoll.report.compliance;

import org.jspecify.annotations.NullMarked;
