/// Tests of the package.
@NullMarked
package io.plimsoll.policy;

import org.jspecify.annotations.NullMarked;
