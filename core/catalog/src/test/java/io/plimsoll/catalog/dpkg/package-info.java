/// Tests of the package.
@NullMarked
package io.plimsoll.catalog.dpkg;

import org.jspecify.annotations.NullMarked;
