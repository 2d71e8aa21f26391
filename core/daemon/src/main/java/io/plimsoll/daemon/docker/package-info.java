/// The Docker API, as Docker and Podman answer it.
@NullMarked
package io.plimsoll.daemon.docker;

import org.jspecify.annotations.NullMarked;
