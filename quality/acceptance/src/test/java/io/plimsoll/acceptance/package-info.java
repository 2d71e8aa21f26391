/// The whole program over real input: this machine, real images, the launcher.
@NullMarked
package io.plimsoll.acceptance;

import org.jspecify.annotations.NullMarked;
