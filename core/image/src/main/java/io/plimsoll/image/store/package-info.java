/// Archives and folders as named blobs.
@NullMarked
package io.plimsoll.image.store;

import org.jspecify.annotations.NullMarked;
