/// A scan report as bytes, one format each.
@NullMarked
package io.plimsoll.report;

import org.jspecify.annotations.NullMarked;
