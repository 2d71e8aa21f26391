/// Rules about CMD, ENTRYPOINT and HEALTHCHECK.
@NullMarked
package io.plimsoll.lint.rules.start;

import org.jspecify.annotations.NullMarked;
