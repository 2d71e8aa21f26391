/// SARIF, the format of code scanning.
@NullMarked
package io.plimsoll.report.sarif;

import org.jspecify.annotations.NullMarked;
