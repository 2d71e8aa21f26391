/// Checks of an image's configuration.
@NullMarked
package io.plimsoll.checks.settings;

import org.jspecify.annotations.NullMarked;
