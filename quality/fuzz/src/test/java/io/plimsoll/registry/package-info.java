@NullMarked
package io.plimsoll.registry;

import org.jspecify.annotations.NullMarked;
