/// dpkg, the package manager of Debian and its kin.
@NullMarked
package io.plimsoll.catalog.dpkg;

import org.jspecify.annotations.NullMarked;
