/// Measurements inside a warm JVM, run by `make bench`.
@NullMarked
package io.plimsoll.bench;

import org.jspecify.annotations.NullMarked;
