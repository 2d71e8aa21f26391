/// Where in an image its base image ends, and which instruction of a Dockerfile made what is above it.
@NullMarked
package io.plimsoll.base;

import org.jspecify.annotations.NullMarked;
