/// The image beside a Dockerfile, as far as rules and the split ask for it.
@NullMarked
package io.plimsoll.lint.image;

import org.jspecify.annotations.NullMarked;
