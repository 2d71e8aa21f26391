/// Tests of the package.
@NullMarked
package io.plimsoll.checks.all;

import org.jspecify.annotations.NullMarked;
