/// Tests of the package.
@NullMarked
package io.plimsoll.base;

import org.jspecify.annotations.NullMarked;
