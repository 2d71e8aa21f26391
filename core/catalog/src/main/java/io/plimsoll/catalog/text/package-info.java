/// Reading text formats by the line, from bytes.
@NullMarked
package io.plimsoll.catalog.text;

import org.jspecify.annotations.NullMarked;
