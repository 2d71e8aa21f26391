/// Tests of the package.
@NullMarked
package io.plimsoll.lint.shell;

import org.jspecify.annotations.NullMarked;
