@NullMarked
package io.plimsoll.report.dockerscan;

import org.jspecify.annotations.NullMarked;
