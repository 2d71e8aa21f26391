/// Catalogers: bytes of one file in, packages and problems out.
@NullMarked
package io.plimsoll.catalog;

import org.jspecify.annotations.NullMarked;
