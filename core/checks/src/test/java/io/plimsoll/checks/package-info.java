/// Tests of the package.
@NullMarked
package io.plimsoll.checks;

import org.jspecify.annotations.NullMarked;
