/// VEX documents in three formats, and to what their statements apply.
@NullMarked
package io.plimsoll.policy.vex;

import org.jspecify.annotations.NullMarked;
