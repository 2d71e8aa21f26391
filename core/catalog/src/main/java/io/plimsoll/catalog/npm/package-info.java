/// Installed packages of npm, yarn and pnpm.
@NullMarked
package io.plimsoll.catalog.npm;

import org.jspecify.annotations.NullMarked;
