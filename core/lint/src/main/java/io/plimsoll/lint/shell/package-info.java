/// The shell scripts inside a Dockerfile, split into commands.
@NullMarked
package io.plimsoll.lint.shell;

import org.jspecify.annotations.NullMarked;
