@NullMarked
package io.plimsoll.base.catalogue;

import org.jspecify.annotations.NullMarked;
