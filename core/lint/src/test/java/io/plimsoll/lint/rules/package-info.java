@NullMarked
package io.plimsoll.lint.rules;

import org.jspecify.annotations.NullMarked;
