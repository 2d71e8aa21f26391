/// Tests.
@NullMarked
package io.plimsoll.checks.secrets;

import org.jspecify.annotations.NullMarked;
