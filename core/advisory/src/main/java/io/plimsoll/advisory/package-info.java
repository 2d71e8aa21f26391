/// The advisory store: its file format, and lookups in it.
@NullMarked
package io.plimsoll.advisory;

import org.jspecify.annotations.NullMarked;
