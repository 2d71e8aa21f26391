/// Tests of the package.
@NullMarked
package io.plimsoll.catalog.python;

import org.jspecify.annotations.NullMarked;
