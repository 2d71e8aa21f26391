/// What is wrong with a Dockerfile, and how it can be put right.
@NullMarked
package io.plimsoll.lint;

import org.jspecify.annotations.NullMarked;
