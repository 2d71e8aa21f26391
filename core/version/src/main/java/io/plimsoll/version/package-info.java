/// Version order of each ecosystem, and ranges over it. Pure functions, no state.
@NullMarked
package io.plimsoll.version;

import org.jspecify.annotations.NullMarked;
