/// A finding as rules and statements see it: its ids, its package, its image.
@NullMarked
package io.plimsoll.policy.subject;

import org.jspecify.annotations.NullMarked;
