/// The build context beside a Dockerfile, as far as rules ask for it.
@NullMarked
package io.plimsoll.lint.context;

import org.jspecify.annotations.NullMarked;
