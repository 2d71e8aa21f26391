/// What was found, as the formats that people and pipelines read.
@NullMarked
package io.plimsoll.lint.report;

import org.jspecify.annotations.NullMarked;
