/// Installed Python distributions.
@NullMarked
package io.plimsoll.catalog.python;

import org.jspecify.annotations.NullMarked;
