/// How the parts of this module note what is wrong with an image.
@NullMarked
package io.plimsoll.image.problem;

import org.jspecify.annotations.NullMarked;
