/// Rules about other commands in RUN.
@NullMarked
package io.plimsoll.lint.rules.commands;

import org.jspecify.annotations.NullMarked;
