/// Rules about ADD, COPY and WORKDIR.
@NullMarked
package io.plimsoll.lint.rules.files;

import org.jspecify.annotations.NullMarked;
