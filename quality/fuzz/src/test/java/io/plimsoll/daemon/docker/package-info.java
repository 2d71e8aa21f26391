@NullMarked
package io.plimsoll.daemon.docker;

import org.jspecify.annotations.NullMarked;
