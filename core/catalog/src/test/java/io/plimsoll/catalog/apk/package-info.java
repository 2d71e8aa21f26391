/// Tests of the package.
@NullMarked
package io.plimsoll.catalog.apk;

import org.jspecify.annotations.NullMarked;
