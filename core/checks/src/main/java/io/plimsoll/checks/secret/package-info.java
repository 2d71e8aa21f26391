/// Checks that find secrets.
@NullMarked
package io.plimsoll.checks.secret;

import org.jspecify.annotations.NullMarked;
