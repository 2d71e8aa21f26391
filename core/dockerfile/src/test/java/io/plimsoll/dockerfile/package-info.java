/// Tests of the package.
@NullMarked
package io.plimsoll.dockerfile;

import org.jspecify.annotations.NullMarked;
