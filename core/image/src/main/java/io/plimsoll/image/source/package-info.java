/// The way in: a kind and a path become an opened image.
@NullMarked
package io.plimsoll.image.source;

import org.jspecify.annotations.NullMarked;
