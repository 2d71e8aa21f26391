/// The command line. The only room that prints or exits.
@NullMarked
package io.plimsoll.cli;

import org.jspecify.annotations.NullMarked;
