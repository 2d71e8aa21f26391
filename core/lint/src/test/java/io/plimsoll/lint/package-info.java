@NullMarked
package io.plimsoll.lint;

import org.jspecify.annotations.NullMarked;
