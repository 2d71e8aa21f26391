@NullMarked
package io.plimsoll.attest.provenance;

import org.jspecify.annotations.NullMarked;
