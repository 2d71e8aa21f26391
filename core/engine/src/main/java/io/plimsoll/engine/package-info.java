/// The composition: one target in, one report out.
@NullMarked
package io.plimsoll.engine;

import org.jspecify.annotations.NullMarked;
