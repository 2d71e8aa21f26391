/// What others know of the images in FROM.
@NullMarked
package io.plimsoll.lint.base;

import org.jspecify.annotations.NullMarked;
