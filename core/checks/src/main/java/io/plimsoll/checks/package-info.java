/// What is wrong with a built image besides vulnerabilities.
@NullMarked
package io.plimsoll.checks;

import org.jspecify.annotations.NullMarked;
