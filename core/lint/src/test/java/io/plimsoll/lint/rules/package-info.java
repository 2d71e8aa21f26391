/// Tests of the package.
@NullMarked
package io.plimsoll.lint.rules;

import org.jspecify.annotations.NullMarked;
