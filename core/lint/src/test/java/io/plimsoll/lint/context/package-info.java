@NullMarked
package io.plimsoll.lint.context;

import org.jspecify.annotations.NullMarked;
