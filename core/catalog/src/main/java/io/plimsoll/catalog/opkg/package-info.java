/// The database of opkg: OpenWrt, Yocto and other small systems.
@NullMarked
package io.plimsoll.catalog.opkg;

import org.jspecify.annotations.NullMarked;
