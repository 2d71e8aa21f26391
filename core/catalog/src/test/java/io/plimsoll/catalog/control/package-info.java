/// Tests of the package.
@NullMarked
package io.plimsoll.catalog.control;

import org.jspecify.annotations.NullMarked;
