/// Tests of the package.
@NullMarked
package io.plimsoll.catalog.alpm;

import org.jspecify.annotations.NullMarked;
