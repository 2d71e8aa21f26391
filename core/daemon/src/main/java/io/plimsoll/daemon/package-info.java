/// How images of container engines of this machine are reached.
@NullMarked
package io.plimsoll.daemon;

import org.jspecify.annotations.NullMarked;
