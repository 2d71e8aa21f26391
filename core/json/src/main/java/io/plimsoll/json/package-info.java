/// JSON in and out: a small immutable tree with forgiving access, and a writer whose bytes are the
/// same every time.
@NullMarked
package io.plimsoll.json;

import org.jspecify.annotations.NullMarked;
