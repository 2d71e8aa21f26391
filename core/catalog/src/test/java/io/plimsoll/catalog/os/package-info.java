/// Tests of the package.
@NullMarked
package io.plimsoll.catalog.os;

import org.jspecify.annotations.NullMarked;
