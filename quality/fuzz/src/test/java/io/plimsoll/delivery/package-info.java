@NullMarked
package io.plimsoll.delivery;

import org.jspecify.annotations.NullMarked;
