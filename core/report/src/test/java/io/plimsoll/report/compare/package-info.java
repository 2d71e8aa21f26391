@NullMarked
package io.plimsoll.report.compare;

import org.jspecify.annotations.NullMarked;
