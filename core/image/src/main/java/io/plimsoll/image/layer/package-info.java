/// Blobs as layers: digests checked while the bytes pass, entries handed out one by one.
@NullMarked
package io.plimsoll.image.layer;

import org.jspecify.annotations.NullMarked;
