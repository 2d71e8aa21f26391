/// Real archives, images and package databases for tests.
@NullMarked
package io.plimsoll.testkit;

import org.jspecify.annotations.NullMarked;
