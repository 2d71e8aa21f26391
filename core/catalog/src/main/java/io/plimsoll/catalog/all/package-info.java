/// The list of all catalogers, apart from their contract so that neither needs the other.
@NullMarked
package io.plimsoll.catalog.all;

import org.jspecify.annotations.NullMarked;
