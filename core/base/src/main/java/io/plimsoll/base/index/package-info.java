/// The base images that a user has indexed: found again by their layers, by name, by history, by packages.
@NullMarked
package io.plimsoll.base.index;

import org.jspecify.annotations.NullMarked;
