/// Reports by the user's own templates.
@NullMarked
package io.plimsoll.report.template;

import org.jspecify.annotations.NullMarked;
