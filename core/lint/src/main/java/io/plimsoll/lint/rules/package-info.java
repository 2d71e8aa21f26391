/// The rules, each listed once.
@NullMarked
package io.plimsoll.lint.rules;

import org.jspecify.annotations.NullMarked;
