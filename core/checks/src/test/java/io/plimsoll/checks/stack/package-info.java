/// Tests of the package.
@NullMarked
package io.plimsoll.checks.stack;

import org.jspecify.annotations.NullMarked;
