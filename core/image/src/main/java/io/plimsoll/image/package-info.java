/// Images as layers of verified, bounded streams, from every kind of source.
@NullMarked
package io.plimsoll.image;

import org.jspecify.annotations.NullMarked;
