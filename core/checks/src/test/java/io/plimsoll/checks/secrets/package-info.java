/// Tests of the package.
@NullMarked
package io.plimsoll.checks.secrets;

import org.jspecify.annotations.NullMarked;
