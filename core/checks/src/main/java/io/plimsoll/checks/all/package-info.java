/// The list of all checks.
@NullMarked
package io.plimsoll.checks.all;

import org.jspecify.annotations.NullMarked;
