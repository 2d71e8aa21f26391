@NullMarked
package io.plimsoll.attest.signature;

import org.jspecify.annotations.NullMarked;
