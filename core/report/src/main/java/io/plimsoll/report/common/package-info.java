/// What several families of formats share. Knows no format.
@NullMarked
package io.plimsoll.report.common;

import org.jspecify.annotations.NullMarked;
