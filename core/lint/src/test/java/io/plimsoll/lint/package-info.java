/// Tests of the package.
@NullMarked
package io.plimsoll.lint;

import org.jspecify.annotations.NullMarked;
