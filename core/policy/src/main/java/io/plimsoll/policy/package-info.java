/// What of the findings counts: the rules of ignore files and the statements of VEX documents.
@NullMarked
package io.plimsoll.policy;

import org.jspecify.annotations.NullMarked;
