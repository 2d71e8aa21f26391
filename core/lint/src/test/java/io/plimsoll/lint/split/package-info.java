@NullMarked
package io.plimsoll.lint.split;

import org.jspecify.annotations.NullMarked;
