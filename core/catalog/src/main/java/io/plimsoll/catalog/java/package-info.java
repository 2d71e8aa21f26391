/// Java archives: jar, war, ear and their relatives, and the archives inside them.
///
/// The zip reader is our own: the JDK's needs a file on disk for each nested archive and trusts the
/// central directory, of which a made one costs gigabytes.
@NullMarked
package io.plimsoll.catalog.java;

import org.jspecify.annotations.NullMarked;
