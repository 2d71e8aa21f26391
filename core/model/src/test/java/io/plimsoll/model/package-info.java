/// Tests of the values.
@NullMarked
package io.plimsoll.model;

import org.jspecify.annotations.NullMarked;
