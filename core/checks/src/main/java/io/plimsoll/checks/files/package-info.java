/// Checks of files that do not belong into an image.
@NullMarked
package io.plimsoll.checks.files;

import org.jspecify.annotations.NullMarked;
