/// Tests.
@NullMarked
package io.plimsoll.checks.all;

import org.jspecify.annotations.NullMarked;
