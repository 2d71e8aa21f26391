/// Tests of the package.
@NullMarked
package io.plimsoll.lint.report;

import org.jspecify.annotations.NullMarked;
