/// Images of a registry, opened as if they lay in an OCI layout.
@NullMarked
package io.plimsoll.registry.source;

import org.jspecify.annotations.NullMarked;
