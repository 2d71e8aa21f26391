/// The configuration of an image.
@NullMarked
package io.plimsoll.image.config;

import org.jspecify.annotations.NullMarked;
