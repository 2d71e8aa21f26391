/// What others attest of an image: in-toto statements and the envelopes that they are signed in.
@NullMarked
package io.plimsoll.attest;

import org.jspecify.annotations.NullMarked;
