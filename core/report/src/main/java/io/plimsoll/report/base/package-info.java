/// What is to be said of base images: as text and as JSON.
@NullMarked
package io.plimsoll.report.base;

import org.jspecify.annotations.NullMarked;
