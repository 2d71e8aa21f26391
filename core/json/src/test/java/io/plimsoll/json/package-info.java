/// Tests of the package.
@NullMarked
package io.plimsoll.json;

import org.jspecify.annotations.NullMarked;
