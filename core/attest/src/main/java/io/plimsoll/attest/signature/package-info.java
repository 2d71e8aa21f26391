/// Signatures of images, checked by public keys.
@NullMarked
package io.plimsoll.attest.signature;

import org.jspecify.annotations.NullMarked;
