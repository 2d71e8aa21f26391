/// What changed from one report to another, and why.
@NullMarked
package io.plimsoll.report.compare;

import org.jspecify.annotations.NullMarked;
