/// Every parser that reads what an attacker may have written, as a target for a fuzzer.
@NullMarked
package io.plimsoll.fuzz;

import org.jspecify.annotations.NullMarked;
