/// A Dockerfile of one stage taken apart into one that builds and one that runs.
@NullMarked
package io.plimsoll.lint.split;

import org.jspecify.annotations.NullMarked;
