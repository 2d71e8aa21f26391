@NullMarked
package io.plimsoll.net;

import org.jspecify.annotations.NullMarked;
