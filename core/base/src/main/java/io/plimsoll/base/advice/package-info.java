/// Which images could be used instead of a base image.
@NullMarked
package io.plimsoll.base.advice;

import org.jspecify.annotations.NullMarked;
