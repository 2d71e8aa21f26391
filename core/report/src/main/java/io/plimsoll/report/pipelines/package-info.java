/// Formats that build pipelines and spreadsheets read.
@NullMarked
package io.plimsoll.report.pipelines;

import org.jspecify.annotations.NullMarked;
