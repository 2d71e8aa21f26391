/// The JSON of the open peers, so that what reads theirs reads ours.
@NullMarked
package io.plimsoll.report.peers;

import org.jspecify.annotations.NullMarked;
