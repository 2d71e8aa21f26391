/// The package database of rpm in its three forms, and the manifest that stands in for it. The forms
/// differ in how they store one and the same thing: the header of each installed package.
///
/// All readers are our own: no Java library reads these files, and native ones would parse what an
/// attacker wrote outside the safety of the JVM.
@NullMarked
package io.plimsoll.catalog.rpm;

import org.jspecify.annotations.NullMarked;
