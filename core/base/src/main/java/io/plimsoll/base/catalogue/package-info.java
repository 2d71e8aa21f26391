/// Names and tags of base images: what they mean, and how two of them differ.
@NullMarked
package io.plimsoll.base.catalogue;

import org.jspecify.annotations.NullMarked;
