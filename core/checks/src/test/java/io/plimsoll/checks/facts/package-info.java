/// Tests of the package.
@NullMarked
package io.plimsoll.checks.facts;

import org.jspecify.annotations.NullMarked;
