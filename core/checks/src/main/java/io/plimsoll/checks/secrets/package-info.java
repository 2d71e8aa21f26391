/// Finds secrets in text: keywords in one pass, then a rule's pattern in a window around each.
@NullMarked
package io.plimsoll.checks.secrets;

import org.jspecify.annotations.NullMarked;
