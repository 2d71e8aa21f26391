/// Tests of the package.
@NullMarked
package io.plimsoll.catalog.npm;

import org.jspecify.annotations.NullMarked;
