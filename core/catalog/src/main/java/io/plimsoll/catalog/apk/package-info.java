/// The database of installed packages of apk: Alpine, Wolfi, Chainguard, postmarketOS.
@NullMarked
package io.plimsoll.catalog.apk;

import org.jspecify.annotations.NullMarked;
