/// Files of rules by which findings are left out.
@NullMarked
package io.plimsoll.policy.ignore;

import org.jspecify.annotations.NullMarked;
