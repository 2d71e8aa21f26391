/// Which room may know which, checked on the compiled classes of all rooms.
@NullMarked
package io.plimsoll.architecture;

import org.jspecify.annotations.NullMarked;
