/// Rules about package managers in RUN.
@NullMarked
package io.plimsoll.lint.rules.packages;

import org.jspecify.annotations.NullMarked;
