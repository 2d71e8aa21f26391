/// Tests of whole scans, on real archives.
@NullMarked
package io.plimsoll.engine;

import org.jspecify.annotations.NullMarked;
