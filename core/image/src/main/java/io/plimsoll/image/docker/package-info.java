/// Archives of `docker save` and of the tools that write its format.
@NullMarked
package io.plimsoll.image.docker;

import org.jspecify.annotations.NullMarked;
