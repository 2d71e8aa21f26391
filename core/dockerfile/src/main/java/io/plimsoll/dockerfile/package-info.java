/// Dockerfiles: a tree that loses no byte of the file, variable expansion, stages.
///
/// Source: the Dockerfile reference of the Docker documentation; where it is silent, what BuildKit's
/// `frontend/dockerfile/parser` and `shell` do (checked against them in `quality/truth`).
@NullMarked
package io.plimsoll.dockerfile;

import org.jspecify.annotations.NullMarked;
