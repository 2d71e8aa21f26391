@NullMarked
package io.plimsoll.catalog.java;

import org.jspecify.annotations.NullMarked;
