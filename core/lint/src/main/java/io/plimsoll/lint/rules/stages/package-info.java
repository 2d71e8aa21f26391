/// Rules about FROM and the names of stages.
@NullMarked
package io.plimsoll.lint.rules.stages;

import org.jspecify.annotations.NullMarked;
