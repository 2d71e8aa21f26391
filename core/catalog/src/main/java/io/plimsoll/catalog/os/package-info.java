/// Which distribution and release an image is of.
@NullMarked
package io.plimsoll.catalog.os;

import org.jspecify.annotations.NullMarked;
