/// Tests of the package, and writers of damaged databases.
@NullMarked
package io.plimsoll.catalog.rpm;

import org.jspecify.annotations.NullMarked;
