/// Root file systems and folders as images of one layer.
@NullMarked
package io.plimsoll.image.dir;

import org.jspecify.annotations.NullMarked;
