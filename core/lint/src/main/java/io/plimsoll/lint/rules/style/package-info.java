/// Rules about how a Dockerfile is written.
@NullMarked
package io.plimsoll.lint.rules.style;

import org.jspecify.annotations.NullMarked;
