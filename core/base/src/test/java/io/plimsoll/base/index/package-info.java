@NullMarked
package io.plimsoll.base.index;

import org.jspecify.annotations.NullMarked;
