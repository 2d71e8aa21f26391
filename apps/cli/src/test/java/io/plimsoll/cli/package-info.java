/// Tests of the command line.
@NullMarked
package io.plimsoll.cli;

import org.jspecify.annotations.NullMarked;
