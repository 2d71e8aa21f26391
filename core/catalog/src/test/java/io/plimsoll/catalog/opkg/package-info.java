/// Tests of the package.
@NullMarked
package io.plimsoll.catalog.opkg;

import org.jspecify.annotations.NullMarked;
