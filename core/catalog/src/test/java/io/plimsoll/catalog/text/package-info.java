/// Tests of the package.
@NullMarked
package io.plimsoll.catalog.text;

import org.jspecify.annotations.NullMarked;
