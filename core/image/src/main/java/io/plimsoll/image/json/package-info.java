/// Small JSON documents as an immutable tree with typed access.
@NullMarked
package io.plimsoll.image.json;

import org.jspecify.annotations.NullMarked;
