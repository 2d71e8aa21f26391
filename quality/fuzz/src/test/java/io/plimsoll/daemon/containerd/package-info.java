@NullMarked
package io.plimsoll.daemon.containerd;

import org.jspecify.annotations.NullMarked;
