/// Tests of the formats.
@NullMarked
package io.plimsoll.report;

import org.jspecify.annotations.NullMarked;
