/// Rules about ENV, ARG, EXPOSE and USER.
@NullMarked
package io.plimsoll.lint.rules.settings;

import org.jspecify.annotations.NullMarked;
