/// Rules that speak only where the image that was built of the file is at hand.
@NullMarked
package io.plimsoll.lint.rules.image;

import org.jspecify.annotations.NullMarked;
