/// The local database of pacman: Arch Linux and its relatives.
@NullMarked
package io.plimsoll.catalog.alpm;

import org.jspecify.annotations.NullMarked;
