/// How an image was built, as its builder states it.
@NullMarked
package io.plimsoll.attest.provenance;

import org.jspecify.annotations.NullMarked;
