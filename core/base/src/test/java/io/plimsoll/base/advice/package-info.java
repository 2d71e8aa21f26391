@NullMarked
package io.plimsoll.base.advice;

import org.jspecify.annotations.NullMarked;
