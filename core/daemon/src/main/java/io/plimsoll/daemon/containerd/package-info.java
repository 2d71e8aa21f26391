/// The stores of containerd, read from its folders.
@NullMarked
package io.plimsoll.daemon.containerd;

import org.jspecify.annotations.NullMarked;
