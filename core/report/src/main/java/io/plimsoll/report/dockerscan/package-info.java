/// Reports as `docker scan` wrote them: its blocks, its dependency tree, its JSON.
///
/// Source of the layouts: the command's own documentation and the formatters of the engine behind it
/// (snyk/cli, `src/lib/formatters`), 2021.
@NullMarked
package io.plimsoll.report.dockerscan;

import org.jspecify.annotations.NullMarked;
