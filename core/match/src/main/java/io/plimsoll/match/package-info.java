/// Packages against advisories: findings, with evidence for each and for what was rejected.
@NullMarked
package io.plimsoll.match;

import org.jspecify.annotations.NullMarked;
